// Apart from the other words, because the page shows it later.
export { duration } from './en/duration.ts';
export { maxAge as maxAgeWords } from './en/max-age.ts';
