import { strToU8, zipSync } from 'fflate';
import { reproduction } from '#cors';
import { CopyButton } from '../ui/copy-button.tsx';
import { Rich } from '../ui/rich.tsx';
import { Code } from './code.tsx';
import { DownloadButton } from './download.tsx';
import type { Shared } from './shared.ts';

/** The selected request without Preflight: a page and a small server. */
export function FilesTab({ shared: { scenario, index } }: { shared: Shared }) {
  const made = reproduction(scenario, index);
  if (!made.ok) {
    return (
      <p className="text-pretty">
        <Rich text={`This cannot be written down as a page and a server. ${made.because}`} />
      </p>
    );
  }
  const files = [
    { name: 'page.html', type: 'text/html', text: made.page },
    { name: 'server.mjs', type: 'text/javascript', text: made.server },
  ];
  const zip = () => {
    const entries = Object.fromEntries(files.map(({ name, text }) => [`reproduction/${name}`, strToU8(text)]));
    return new Blob([zipSync(entries).slice()], { type: 'application/zip' });
  };
  return (
    <>
      <p className="text-pretty text-ink-2">
        The case by itself, to attach to an issue. Put both files into one folder, run <code>node server.mjs</code>{' '}
        (Node.js 20 or newer, nothing to install) and open <code>{made.open}</code>.
        {scenario.requests.length > 1 && ' They make the request that is selected, and no other.'}
        {scenario.plan.library !== null &&
          ' The library is not in them: the server sends the lines that it would send to this page.'}
      </p>
      {files.map(({ name, type, text }) => (
        <div key={name} className="mt-4">
          <div className="mb-1.5 flex flex-wrap items-center gap-2">
            <h3 className="mr-auto font-semibold">
              <code>{name}</code>
            </h3>
            <CopyButton what={name} text={() => text}>
              Copy
            </CopyButton>
            <DownloadButton name={name} file={() => new Blob([text], { type })}>
              Download
            </DownloadButton>
          </div>
          <Code label={name} text={text} />
        </div>
      ))}
      <div className="mt-4">
        <DownloadButton name="reproduction.zip" file={zip}>
          Download both (.zip)
        </DownloadButton>
      </div>
    </>
  );
}
