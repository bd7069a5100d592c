/** Both editors in one piece, and the way to them where they stand below the verdict. */
export { ServerPanel } from '../plan/server-panel.tsx';
export { RequestPanel } from '../request/request-panel.tsx';
export { Dock } from './dock.tsx';
