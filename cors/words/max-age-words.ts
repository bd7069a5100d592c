export { duration } from './en/duration.ts';
export { maxAge as maxAgeWords } from './en/max-age.ts';
