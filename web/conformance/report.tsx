import { Download } from 'lucide-react';
import type { ConformanceReport } from '#cors';
import { Button } from '../ui/button.tsx';

function download(name: string, text: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** All of it for a program; once it is whole, any driver finds it in `#report`. */
export function Report({ report, isWhole }: { report: ConformanceReport; isWhole: boolean }) {
  if (!isWhole) return null;
  const text = JSON.stringify(report, null, 2);
  return (
    <section aria-label="Report" className="mt-9">
      <h2 className="font-semibold text-m tracking-[-0.012em]">The report</h2>
      <Button className="mt-2" onClick={() => download(`preflight-${report.browser.rules}-${report.seed}.json`, text)}>
        <Download size={16} strokeWidth={1.5} aria-hidden="true" />
        Download JSON
      </Button>
      <details className="mt-3">
        <summary className="py-1">Show it</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
        <pre id="report" tabIndex={0} className="mt-2 max-h-[60vh] overflow-auto bg-inset p-3">
          {text}
        </pre>
      </details>
    </section>
  );
}
