import type { ComponentProps } from 'react';

export const fieldLook =
  'w-full min-w-0 rounded-control border bg-surface placeholder:text-ink-3 aria-invalid:border-block aria-invalid:inset-ring aria-invalid:inset-ring-block';

type TextFieldProps = Omit<ComponentProps<'input'>, 'onChange'> & {
  label: string;
  onChange?: (text: string) => void;
};

/** One line of wire text. `label` is its accessible name. */
export function TextField({ label, onChange, className = '', ...props }: TextFieldProps) {
  return (
    <input
      aria-label={label}
      onChange={(event) => onChange?.(event.target.value)}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      className={`${fieldLook} wire-text h-8 border-edge px-2.5 ${className}`}
      {...props}
    />
  );
}

type TextAreaProps = Omit<ComponentProps<'textarea'>, 'onChange'> & {
  label: string;
  onChange: (text: string) => void;
};

/** Lines of wire text; grows with them. */
export function TextArea({ label, onChange, ...props }: TextAreaProps) {
  return (
    <textarea
      aria-label={label}
      onChange={(event) => onChange(event.target.value)}
      rows={1}
      spellCheck={false}
      className={`${fieldLook} wire-text field-sizing-content block max-h-80 min-h-[42px] resize-y supports-[field-sizing:content]:resize-none border-edge px-3 py-2.5 leading-5`}
      {...props}
    />
  );
}
