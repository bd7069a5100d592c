export { deviation as deviationWords, deviationSince, lenience as lenienceWords } from './en/deviations.ts';
