import { Dialog } from '../ui/dialog.tsx';

/** What one can do, by the key's `KeyboardEvent.key`. */
export type Action = 'forward' | 'back' | 'run' | 'reveal' | 'first' | 'last' | 'fullScreen' | 'leave' | 'keys';

const keys: readonly { readonly action: Action; readonly keys: readonly string[]; readonly does: string }[] = [
  {
    action: 'forward',
    keys: ['ArrowRight', ' ', 'PageDown'],
    does: 'Go on: run, the next arrow, the verdict, the next slide',
  },
  { action: 'back', keys: ['ArrowLeft', 'PageUp'], does: 'Go back by the same steps' },
  { action: 'run', keys: ['r'], does: 'Run, or run again' },
  { action: 'reveal', keys: ['v'], does: 'Show the verdict at once' },
  { action: 'first', keys: ['Home'], does: 'First slide' },
  { action: 'last', keys: ['End'], does: 'Last slide' },
  { action: 'fullScreen', keys: ['f'], does: 'Full screen, and back' },
  { action: 'keys', keys: ['?'], does: 'These keys' },
  { action: 'leave', keys: ['Escape'], does: 'Leave, back to the list, the lesson or the playground' },
];

const names: Readonly<Record<string, string>> = {
  ArrowRight: '→',
  ArrowLeft: '←',
  ' ': 'Space',
  PageDown: 'Page Down',
  PageUp: 'Page Up',
  Escape: 'Esc',
};
const nameOf = (key: string) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key);

/** What a press of a key means here; null when it is somebody else's: a field's, a dialog's, or the browser's. */
export function actionOf(event: KeyboardEvent): Action | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null;
  const { target } = event;
  if (target instanceof Element) {
    if (target.closest('input, textarea, select, dialog')) return null;
    // Space presses what has the focus.
    if (event.key === ' ' && target.closest('button, a, summary')) return null;
  }
  const pressed = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return keys.find((each) => each.keys.includes(pressed))?.action ?? null;
}

export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keys" onClose={onClose}>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-2">
        {keys.map(({ action, keys: pressed, does }) => (
          <div key={action} className="contents">
            <dt className="flex flex-wrap items-center gap-1 self-center">
              {pressed.map((key) => (
                <kbd key={key} className="rounded-control border border-edge px-1.5 font-sans">
                  {nameOf(key)}
                </kbd>
              ))}
            </dt>
            <dd className="text-ink-2">{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
