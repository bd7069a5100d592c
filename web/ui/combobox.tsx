import { ChevronDown } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { TextField } from './text-field.tsx';

export interface Option {
  readonly value: string;
  /** What the value means, e.g. "the page's origin". */
  readonly hint?: string;
}

interface ComboboxProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (text: string) => void;
  /** The text is whole: the field is left, or Enter was pressed. */
  readonly onDone?: () => void;
  /** Where the meaning of the value stands in the field; in the list it stands in any case. */
  readonly hintAt?: 'beside' | 'end' | 'list';
  /** Without a frame, as one cell of a row. */
  readonly bare?: boolean;
  readonly invalid?: boolean;
  readonly describedBy?: string | undefined;
  readonly placeholder?: string;
  readonly className?: string;
  readonly width?: string;
  readonly inputMode?: 'numeric';
}

const bareLook =
  'rounded-none! border-transparent! bg-transparent! px-1! focus-visible:outline-offset-[-1px] text-ellipsis aria-invalid:text-block aria-invalid:inset-ring-0! group-hover/row:pr-5! group-focus-within/row:pr-5!';

const margin = 12;
/** What a list has in any case, since the cells of a row are narrower than what goes into them. */
const roomy = 240;

/** As wide as its field, and within its panel. In the top layer no scrolling panel can cut it off; there it must be put beside its field by hand. */
function place(popup: HTMLElement) {
  const field = popup.parentElement?.getBoundingClientRect();
  if (!field) return;
  const panel = popup.closest('.shell-panel')?.getBoundingClientRect();
  const [from, to] = panel ? [panel.left + margin, panel.right - margin] : [8, innerWidth - 8];
  const width = Math.min(Math.max(field.width, roomy), to - from);
  popup.style.width = `${width}px`;
  const { height } = popup.getBoundingClientRect();
  const above = field.bottom + height + 8 > innerHeight && field.top > height + 8;
  popup.style.top = `${above ? field.top - height - 4 : field.bottom + 4}px`;
  popup.style.left = `${Math.max(from, Math.min(field.left, to - width))}px`;
}

/** Free text with suggestions, by the ARIA 1.2 combobox pattern. Typing narrows them; the arrows show them all. */
export function Combobox(props: ComboboxProps) {
  const {
    label,
    value,
    options,
    onChange,
    onDone,
    hintAt = 'end',
    bare,
    invalid,
    describedBy,
    className = '',
    width,
    ...rest
  } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<readonly Option[] | null>(null);
  const [active, setActive] = useState(-1);
  const open = shown !== null && shown.length > 0;
  useEffect(() => {
    const popup = list.current;
    if (!open || !popup) return;
    popup.showPopover();
    place(popup);
    const scrolled = (event: Event) => {
      if (event.target !== popup) setShown(null);
    };
    addEventListener('scroll', scrolled, { capture: true, passive: true });
    return () => removeEventListener('scroll', scrolled, { capture: true });
  }, [open]);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const show = (some: readonly Option[]) => {
    setShown(some);
    setActive(-1);
  };
  const choose = (option: Option) => {
    onChange(option.value);
    setShown(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && active < 0) onDone?.();
    if (event.ctrlKey || event.metaKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = open ? shown[active] : undefined;
    if (step) {
      event.preventDefault();
      if (open) setActive((active + step + shown.length) % shown.length);
      else {
        setShown(options);
        setActive(options.findIndex((option) => option.value === value));
      }
    } else if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      choose(chosen);
    } else if (event.key === 'Escape' && open) {
      // It closes the list, not a dialog around it.
      event.preventDefault();
      event.stopPropagation();
      setShown(null);
    }
  };
  const hint = options.find((option) => option.value === value)?.hint;
  return (
    <span className={`relative flex min-w-0 ${className}`} style={{ width }}>
      <TextField
        {...rest}
        label={label}
        value={value}
        role="combobox"
        aria-expanded={open}
        aria-controls={open ? `${id}-list` : undefined}
        aria-autocomplete="list"
        aria-activedescendant={open && active >= 0 ? `${id}-${active}` : undefined}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        onChange={(text) => {
          onChange(text);
          const typed = text.toLowerCase();
          show(options.filter((option) => option.value.toLowerCase().includes(typed) && option.value !== text));
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setShown(null);
          onDone?.();
        }}
        className={`${options.length > 0 ? 'pr-8' : ''} ${bare ? bareLook : ''}`}
      />
      {hint && !bare && hintAt !== 'list' && (
        <span
          aria-hidden
          className="pointer-events-none absolute top-0 right-8 left-2.5 flex h-8 flex-wrap overflow-hidden leading-8"
        >
          {/* Where both do not fit, the meaning wraps out of sight. */}
          <span className="wire-text invisible whitespace-pre">{value}</span>
          <span className={`pl-2 whitespace-nowrap text-ink-3 ${hintAt === 'end' ? 'ml-auto' : ''}`}>{hint}</span>
        </span>
      )}
      {options.length > 0 && (
        <button
          type="button"
          tabIndex={-1}
          aria-label="Suggestions"
          onPointerDown={(event) => {
            event.preventDefault();
            event.currentTarget.parentElement?.querySelector('input')?.focus();
            if (open) setShown(null);
            else show(options);
          }}
          className={`absolute inset-y-0 right-0 flex items-center justify-center text-ink-3 ${bare ? 'w-5 opacity-0 group-focus-within/row:opacity-100 group-hover/row:opacity-100' : 'w-8'}`}
        >
          <ChevronDown size={16} strokeWidth={1.5} aria-hidden />
        </button>
      )}
      {open && (
        <div
          ref={list}
          id={`${id}-list`}
          role="listbox"
          aria-label={label}
          popover="manual"
          className="fixed m-0 max-h-80 overflow-y-auto font-sans text-s rounded-control border border-edge bg-surface py-1 text-ink"
        >
          {shown.map((option, i) => (
            <div
              tabIndex={-1}
              key={option.value}
              id={`${id}-${i}`}
              role="option"
              aria-selected={i === active}
              onPointerDown={(event) => {
                event.preventDefault();
                choose(option);
              }}
              className="flex cursor-pointer flex-wrap items-baseline gap-x-3 px-2.5 py-1 hover:bg-inset aria-selected:bg-line"
            >
              <code className="max-w-full grow wrap-anywhere">{option.value}</code>
              {option.hint && <span className="text-ink-2">{option.hint}</span>}
            </div>
          ))}
        </div>
      )}
    </span>
  );
}
