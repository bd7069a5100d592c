import { useState } from 'react';
import { limits } from '#cors';
import { EmbedSnippet } from '../embed/snippet.tsx';
import { useScenario } from '../state/scenario.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { CurlTab, LinkTab, ReportTab } from './copied.tsx';
import { FilesTab } from './files.tsx';
import { ImageTab } from './image.tsx';
import { Secrets } from './secrets.tsx';
import { type Shared, useShared } from './shared.ts';

const tabs = [
  { value: 'link', label: 'Link', Panel: LinkTab },
  { value: 'report', label: 'Report', Panel: ReportTab },
  { value: 'curl', label: 'curl', Panel: CurlTab },
  { value: 'files', label: 'Files', Panel: FilesTab },
  { value: 'image', label: 'Image', Panel: ImageTab },
  { value: 'embed', label: 'Embed', Panel: EmbedTab },
] as const;

function EmbedTab({ shared: { scenario } }: { shared: Shared }) {
  return <EmbedSnippet scenario={scenario} />;
}

/** Takes the scenario along: as a link, a report for an issue, a command, two files that run, an image, or a frame. */
export default function ShareDialog({ onClose }: { onClose: () => void }) {
  const [tab, setTab] = useState<(typeof tabs)[number]['value']>('link');
  const [masked, setMasked] = useState(true);
  const expect = useScenario(({ scenario }) => scenario.expect);
  const { expectEdited } = useScenario.getState();
  const { shared, secrets } = useShared(masked);
  const { Panel } = tabs.find(({ value }) => value === tab) ?? tabs[0];
  return (
    <Dialog title="Share" onClose={onClose}>
      <label className="block">
        <span className="mb-1 block font-semibold">What did you expect?</span>
        <textarea
          value={expect}
          maxLength={limits.expectLength}
          rows={1}
          placeholder="The answer should be readable, because …"
          onChange={(event) => expectEdited(event.target.value)}
          className="field-sizing-content block max-h-32 min-h-9 w-full resize-y rounded-control border border-edge bg-surface px-3 py-2 placeholder:text-ink-3 supports-[field-sizing:content]:resize-none"
        />
      </label>
      <p className="pt-1.5 text-pretty text-ink-2">
        It travels along, and so does what your browser decided, once you have run the request.
      </p>
      {secrets.length > 0 && <Secrets secrets={secrets} masked={masked} onMask={setMasked} />}
      <div className="mt-5">
        <Tabs
          label="Ways to share"
          tabs={tabs}
          value={tab}
          onChange={setTab}
          listClass="mb-4 gap-5 max-[400px]:gap-2 border-b border-line"
          tabClass="-mb-px h-9 border-b-2 border-transparent aria-selected:border-ink"
        >
          {shared && <Panel shared={shared} />}
        </Tabs>
      </div>
    </Dialog>
  );
}
