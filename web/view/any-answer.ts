// Loaded beside the first prediction and not before it: most plans name no library, and have no cache in front.
export { fetchFromAny } from './predict.ts';
