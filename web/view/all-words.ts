// Loaded beside the first prediction and not before it.
export { verdictWords } from '#cors';
