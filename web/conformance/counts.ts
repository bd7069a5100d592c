const format = new Intl.NumberFormat('en');

/** `1,000` */
export const count = (n: number): string => format.format(n);

/** `1,000 cases` */
export const plural = (n: number, one: string): string => `${count(n)} ${one}${n === 1 ? '' : 's'}`;
