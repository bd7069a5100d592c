import { ChevronDown } from 'lucide-react';
import type { WireResponse } from '#cors';
import { CopyButton } from '../ui/copy-button.tsx';

const text = ({ status, statusText, headers, body }: WireResponse): string =>
  [
    `HTTP/1.1 ${status} ${statusText}`.trimEnd(),
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(body === '' ? [] : ['', body]),
  ].join('\n');

/** The lines that cross the wire, as the plan stands. */
export function RawAnswer({ response }: { response: WireResponse }) {
  const lines = text(response);
  return (
    <details className="group mx-(--side) border-b border-line">
      <summary className="flex h-9 list-none items-center gap-1.5 text-ink-2 hover:text-ink [&::-webkit-details-marker]:hidden">
        The raw answer
        <ChevronDown size={16} strokeWidth={1.5} aria-hidden className="ml-auto text-ink-3 group-open:rotate-180" />
      </summary>
      <div className="relative pb-3">
        <pre className="rounded-control border border-line bg-surface px-3 py-2.5 pr-10 leading-5 whitespace-pre-wrap wrap-anywhere">
          {lines}
        </pre>
        <div className="absolute top-1 right-1">
          <CopyButton what="the raw answer" text={() => lines} />
        </div>
      </div>
    </details>
  );
}
