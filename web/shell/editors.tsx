/** Both editors in one piece. */
export { ServerPanel } from '../plan/server-panel.tsx';
export { RequestPanel } from '../request/request-panel.tsx';
