/** Text to look through before it is taken along. */
export function Code({ label, text }: { label: string; text: string }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
      tabIndex={0}
      className="max-h-64 overflow-auto rounded-control border border-line bg-inset px-3 py-2.5"
    >
      <pre className="wire-text whitespace-pre-wrap leading-5 wrap-anywhere">{text}</pre>
    </section>
  );
}
