// Loaded beside the first prediction and not before it: most plans name no library.
export { answer } from '#cors';
