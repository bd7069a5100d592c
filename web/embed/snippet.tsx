import { encodeLink, type Scenario } from '#cors';
import { Code } from '../share/code.tsx';
import { titleOf } from '../state/title.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { embedHtml } from './snippet-html.ts';

/** The HTML that shows this scenario in one's own documentation or blog, to be copied. */
export function EmbedSnippet({ scenario }: { scenario: Scenario }) {
  // What happened to whoever shares it is no part of their documentation.
  const html = embedHtml(location.origin, encodeLink({ ...scenario, seen: null }), titleOf(scenario));
  return (
    <>
      <Code label="HTML to embed" text={html} />
      <p className="py-2.5 text-pretty text-ink-2">
        For documentation or a blog: a frame with title, Run, verdict and wire. It fits from 320 px in width; what does
        not fit in its height scrolls. Its theme is the reader’s, unless <code>?embed</code> is followed by{' '}
        <code>&theme=light</code> or <code>&theme=dark</code>.
      </p>
      <CopyButton what="the HTML" text={() => html}>
        Copy HTML
      </CopyButton>
    </>
  );
}
