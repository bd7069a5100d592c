import { ExternalLink } from 'lucide-react';

/** A link that leaves what is on the screen as it is. */
export function NewTab({ href, children }: { href: string; children: string }) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      className="inline-flex items-center gap-1 font-medium text-accent hover:underline"
    >
      {children}
      <ExternalLink size={14} strokeWidth={1.5} aria-label="(opens a new tab)" />
    </a>
  );
}
