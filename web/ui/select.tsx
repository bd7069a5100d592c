import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  /** Heads it in the list. */
  readonly group?: string;
  readonly disabled?: boolean;
}

type SelectProps<T extends string> = Omit<ComponentProps<'select'>, 'onChange' | 'value'> & {
  label: string;
  value: T;
  choices: readonly Choice<T>[];
  onChange: (value: T) => void;
};

/** One of a few values; the browser's own list. */
export function Select<T extends string>({
  label,
  value,
  choices,
  onChange,
  className = '',
  ...props
}: SelectProps<T>) {
  return (
    <span className="relative flex min-w-0">
      <select
        aria-label={label}
        value={value}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
        className={`h-8 w-full min-w-0 cursor-pointer appearance-none truncate rounded-control border border-edge bg-surface pr-8 pl-2.5 ${className}`}
        {...props}
      >
        {choices.map((choice) => {
          const option = (
            <option key={choice.value} value={choice.value} disabled={choice.disabled}>
              {choice.label}
            </option>
          );
          return choice.group ? (
            <optgroup key={choice.value} label={choice.group}>
              {option}
            </optgroup>
          ) : (
            option
          );
        })}
      </select>
      <ChevronDown
        size={16}
        strokeWidth={1.5}
        aria-hidden
        className="pointer-events-none absolute top-2 right-2.5 text-ink-3"
      />
    </span>
  );
}
