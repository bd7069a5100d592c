import {
  type ElementType,
  type FocusEvent,
  type KeyboardEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { type TermId, termOf } from '#cors';
import { Rich } from '../ui/rich.tsx';
import { NewTab } from './new-tab.tsx';

/** How long the pointer rests on a term before it is explained, and may be away before that ends; in ms. */
const delay = { open: 300, close: 250 };

interface ExplanationProps {
  readonly id: TermId;
  readonly domId: string;
  readonly trigger: HTMLElement | null;
  readonly onClosed: () => void;
}

/** Open for as long as it is rendered. It stands beside its term, so that Tab leads into it. */
function Explanation({ id, domId, trigger, onClosed }: ExplanationProps) {
  const ref = useRef<HTMLSpanElement>(null);
  const { sentence, lesson } = termOf(id);
  useLayoutEffect(() => {
    const popover = ref.current;
    popover?.showPopover(trigger ? { source: trigger } : {});
    return () => popover?.hidePopover();
  }, [trigger]);
  return (
    <span
      ref={ref}
      id={domId}
      popover="auto"
      role="note"
      // A press on its text leaves focus within.
      tabIndex={-1}
      onToggle={({ newState }) => newState === 'closed' && onClosed()}
      className="term-says font-normal font-sans text-s"
    >
      <Rich text={sentence} />
      <span className="mt-1.5 flex gap-4">
        <NewTab href={`/lessons/${lesson}`}>Lesson</NewTab>
        <NewTab href={`/glossary#${id}`}>Glossary</NewTab>
      </span>
    </span>
  );
}

interface ExplainedProps {
  readonly id: TermId;
  readonly text: string;
  readonly as: 'span' | 'code';
  readonly look: string;
}

/** A term that says what it means: to a pointer that rests on it, to focus, and when it is pressed. */
export function Explained({ id, text, as, look }: ExplainedProps) {
  const [open, setOpen] = useState(false);
  const [trigger, setTrigger] = useState<HTMLElement | null>(null);
  const whole = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const domId = useId();
  useEffect(() => () => clearTimeout(timer.current), []);
  const isWithin = (node: EventTarget | null) => node instanceof Node && whole.current?.contains(node) === true;
  const set = (next: boolean, after = 0) => {
    clearTimeout(timer.current);
    if (after === 0) setOpen(next);
    else timer.current = setTimeout(() => (next || !isWithin(document.activeElement)) && setOpen(next), after);
  };
  const ask = () => {
    set(true);
    // Just closed by Escape, it is here until its `toggle` event; shown again before that, it tells of no closing.
    const explanation = document.getElementById(domId);
    if (explanation?.matches(':popover-open') === false) explanation.showPopover(trigger ? { source: trigger } : {});
  };
  // Not a <button>, whose words could not break across lines: nothing moves when a word turns out to be a term.
  const As: ElementType = as;
  return (
    <span
      ref={whole}
      role="none"
      onPointerEnter={({ pointerType }) => pointerType !== 'touch' && set(true, delay.open)}
      onPointerLeave={({ pointerType }) => pointerType !== 'touch' && set(false, delay.close)}
      onBlur={({ relatedTarget }) => isWithin(relatedTarget) || set(false)}
    >
      <As
        ref={setTrigger}
        role="button"
        tabIndex={0}
        aria-expanded={open}
        aria-controls={open ? domId : undefined}
        aria-description={termOf(id).sentence.replaceAll('`', '')}
        className={`term ${look}`}
        onClick={ask}
        onFocus={({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
          if (currentTarget.matches(':focus-visible') && !isWithin(relatedTarget)) set(true);
        }}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          ask();
        }}
      >
        {text}
      </As>
      {open && <Explanation id={id} domId={domId} trigger={trigger} onClosed={() => set(false)} />}
    </span>
  );
}
