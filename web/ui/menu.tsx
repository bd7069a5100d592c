import { type FocusEvent, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { QuietButton } from './button.tsx';

interface MenuProps {
  readonly label: ReactNode;
  readonly items: readonly { readonly id: string; readonly label: string }[];
  readonly onChoose: (id: string) => void;
}

/** A button that opens a list of actions. */
export function Menu({ label, items, onChoose }: MenuProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLSpanElement>(null);
  const focusItem = (i: number) =>
    box.current
      ?.querySelectorAll<HTMLElement>('[role=menuitem]')
      .item((i + items.length) % items.length)
      ?.focus();
  const close = () => {
    setOpen(false);
    box.current?.querySelector('button')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = items.findIndex((item) => document.activeElement?.id === `${id}-${item.id}`);
    const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? -1 : at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === 'Escape' && open) close();
    if (to === undefined) return;
    event.preventDefault();
    setOpen(true);
    requestAnimationFrame(() => focusItem(to));
  };
  const onBlur = (event: FocusEvent) => {
    const to = event.relatedTarget;
    if (!(to instanceof Node && box.current?.contains(to))) setOpen(false);
  };
  return (
    <span ref={box} className="relative">
      <QuietButton
        className="-mr-2"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      >
        {label}
      </QuietButton>
      {open && (
        <div
          role="menu"
          tabIndex={-1}
          onKeyDown={onKeyDown}
          onBlur={onBlur}
          className="absolute top-full right-0 z-20 mt-1 min-w-max rounded-control border border-edge bg-surface py-1"
        >
          {items.map((item) => (
            <button
              key={item.id}
              id={`${id}-${item.id}`}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                onChoose(item.id);
                close();
              }}
              className="block w-full px-3 py-1.5 text-left hover:bg-inset focus-visible:bg-line focus-visible:outline-offset-[-2px]"
            >
              {item.label}
            </button>
          ))}
        </div>
      )}
    </span>
  );
}
