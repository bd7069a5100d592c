import { type Browser, maxAgeWords } from '#cors';
import { browserNames, ownBrowser } from '../own-browser.ts';
import { Term } from '../terms/prose.tsx';
import { Rich } from '../ui/rich.tsx';
import type { Keeping } from './permissions.ts';

const nameOf = (browser: Browser) => (browser === 'standard' ? 'Standard' : browserNames[browser]);

/** For how long each browser keeps an answer to a preflight, beside what its server asked for. */
export function MaxAge({ sent, keepings }: { sent: string | null; keepings: readonly Keeping[] }) {
  return (
    <table className="w-full table-fixed border-collapse text-left max-[600px]:block">
      <caption className="max-[600px]:block pb-1.5 text-left text-ink-2 wrap-anywhere">
        For how long each keeps an answer {sent === null ? 'without' : 'with'}{' '}
        <code className="text-ink">
          <Term id="access-control-max-age" text="Access-Control-Max-Age" />
          {sent !== null && `: ${sent}`}
        </code>
      </caption>
      <thead className="max-[600px]:sr-only">
        <tr>
          {keepings.map(({ browser }) => (
            <th
              key={browser}
              scope="col"
              className={`border-line border-t pt-2 ${browser === ownBrowser.browser ? 'font-semibold' : 'font-normal text-ink-2'}`}
            >
              {nameOf(browser)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-[600px]:block">
        <tr className="max-[600px]:block">
          {keepings.map(({ browser, notKept, ...reading }) => {
            const { kept, why } = maxAgeWords(reading, notKept);
            return (
              <td key={browser} className="pr-3 pb-2 align-top max-[600px]:flex max-[600px]:gap-2 max-[600px]:py-1">
                <span aria-hidden="true" className="hidden w-20 shrink-0 text-ink-2 max-[600px]:block">
                  {nameOf(browser)}
                </span>
                <span className={`block ${browser === ownBrowser.browser ? 'font-semibold' : ''}`}>{kept}</span>
                <span className="block text-ink-3">
                  <Rich text={why} />
                </span>
              </td>
            );
          })}
        </tr>
      </tbody>
    </table>
  );
}
