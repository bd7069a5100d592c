/** Both editors in one piece, loaded beside the first prediction. */
export { ServerPanel } from '../plan/server-panel.tsx';
export { RequestPanel } from '../request/request-panel.tsx';
