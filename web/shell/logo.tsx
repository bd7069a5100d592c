/** Page, guard, server: an answer meets the browser's line. */
export function Logo() {
  return (
    <svg
      width="22"
      height="22"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
      className="shrink-0"
    >
      <path d="M3 3v18M21 3v18" strokeWidth="1.5" opacity="0.55" />
      <path d="M12 2v20" strokeWidth="3.5" />
      <path d="M20 12h-5.5M17 9l-3 3 3 3" strokeWidth="1.5" />
    </svg>
  );
}
