import { ChevronDown } from 'lucide-react';

interface MoreToggleProps {
  readonly title: string;
  readonly end: string;
  readonly open: boolean;
  readonly controls: string;
  readonly onToggle: (open: boolean) => void;
}

/** Shows and hides what has its default value. Anything else is shown in any case. */
export function MoreToggle({ title, end, open, controls, onToggle }: MoreToggleProps) {
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-controls={controls}
      onClick={() => onToggle(!open)}
      className="flex h-9 w-full items-center gap-1.5 border-y border-line text-ink-2 hover:text-ink"
    >
      {title}
      <span className="ml-auto text-ink-3">{end}</span>
      <ChevronDown size={16} strokeWidth={1.5} aria-hidden className={`text-ink-3 ${open ? 'rotate-180' : ''}`} />
    </button>
  );
}
