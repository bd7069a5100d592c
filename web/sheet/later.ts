// What stands below the wire, loaded beside the first prediction and not before it.
export { PastRuns } from '../runs/past-runs.tsx';
export { Lower } from './lower.tsx';
export { PreflightCache } from './preflight-cache.tsx';
export { ThroughSection } from './through-section.tsx';
