import { encodeLink, type Scenario } from '#cors';
import { titleOf } from '../state/title.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { fieldLook } from '../ui/text-field.tsx';
import { embedHtml } from './snippet-html.ts';

/** The HTML that shows this scenario in one's own documentation or blog, to be copied. */
export function EmbedSnippet({ scenario }: { scenario: Scenario }) {
  // What happened to whoever shares it is no part of their documentation.
  const html = embedHtml(location.origin, encodeLink({ ...scenario, seen: null }), titleOf(scenario));
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2">
        <textarea
          aria-label="HTML to embed this scenario"
          value={html}
          readOnly
          rows={3}
          onFocus={(event) => event.target.select()}
          className={`${fieldLook} wire-text resize-none border-edge px-2.5 py-1.5 break-all`}
        />
        <CopyButton what="the HTML" text={() => html}>
          Copy HTML
        </CopyButton>
      </div>
      <p className="pt-1.5 text-pretty text-ink-2">
        For documentation or a blog: title, Run, verdict and wire. It fits from 320 px in width; what does not fit in
        its height scrolls. It follows the reader’s theme; <code>?embed&amp;theme=dark</code> or <code>light</code>{' '}
        fixes it.
      </p>
    </>
  );
}
