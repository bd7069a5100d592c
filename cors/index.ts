export * from './findings.ts';
export * from './http.ts';
export * from './outcome.ts';
export * from './scenario.ts';
export * from './steps.ts';
