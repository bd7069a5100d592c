import { Sheet } from './sheet/sheet.tsx';
import { useLink } from './state/use-link.ts';

export function App() {
  useLink();
  return <Sheet />;
}
