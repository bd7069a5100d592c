import type { ComponentProps, ReactNode } from 'react';

const base =
  'inline-flex shrink-0 items-center rounded-control whitespace-nowrap disabled:opacity-55 aria-disabled:opacity-55';

/** The outlined button. The one primary button on the screen is Run. */
export function Button({ className = '', ...props }: ComponentProps<'button'>) {
  return (
    <button
      type="button"
      className={`${base} h-8 gap-1.5 border border-edge px-[11px] font-medium hover:bg-line ${className}`}
      {...props}
    />
  );
}

/** A button that is part of a line of text or of a bar. */
export function QuietButton({ className = '', ...props }: ComponentProps<'button'>) {
  return (
    <button
      type="button"
      className={`${base} h-8 gap-1.5 px-2 text-ink-2 enabled:hover:bg-line enabled:hover:text-ink ${className}`}
      {...props}
    />
  );
}

/** An icon alone, which therefore needs a name. */
export function IconButton({
  label,
  children,
  ...props
}: ComponentProps<'button'> & { label: string; children: ReactNode }) {
  return (
    <QuietButton
      aria-label={label}
      title={label}
      {...props}
      className={`w-8 justify-center px-0! ${props.className ?? ''}`}
    >
      {children}
    </QuietButton>
  );
}
