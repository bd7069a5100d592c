/** On or off, at once. */
export function Switch({ label, on, onChange }: { label: string; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      aria-label={label}
      onClick={() => onChange(!on)}
      className={`relative h-4 w-7 shrink-0 rounded-full border-[1.5px] before:absolute before:-inset-2.5 after:absolute after:top-[2.5px] after:size-2 after:rounded-full after:transition-[left] ${
        on ? 'border-ink bg-ink after:left-[14.5px] after:bg-canvas' : 'border-edge after:left-[2.5px] after:bg-edge'
      }`}
    />
  );
}
