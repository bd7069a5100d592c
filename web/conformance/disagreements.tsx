import type { CaseDisagreement, ConformanceReport } from '#cors';

/** Those on the screen; the report has all. */
const mostShown = 50;

const linkLook = 'font-medium text-accent hover:underline';

/** Each case in which the browser did something else than was predicted. */
export function Disagreements({ report }: { report: ConformanceReport }) {
  const { disagreements } = report;
  if (disagreements.length === 0) return null;
  return (
    <section aria-label="Disagreements" className="mt-9">
      <h2 className="font-semibold text-m tracking-[-0.012em]">Disagreements</h2>
      <p className="mt-1 text-pretty text-ink-2">
        Either the rules here are wrong, or this browser departs from the standard, or an extension or a proxy meddles.
        A report of it helps.
      </p>
      <ul className="mt-2">
        {disagreements.slice(0, mostShown).map((each) => (
          <Disagreement key={each.number} {...each} />
        ))}
      </ul>
      {disagreements.length > mostShown && <p className="mt-2">The report has the others.</p>}
    </section>
  );
}

function Disagreement({ number, differences, link, shrunk }: CaseDisagreement) {
  return (
    <li data-case={number} className="border-line border-b py-3">
      <p className="flex flex-wrap gap-x-4">
        <b>Case {number}</b>
        <a href={link} target="_blank" rel="noreferrer" className={linkLook}>
          Open in the playground
        </a>
        {shrunk && (
          <a href={shrunk.link} target="_blank" rel="noreferrer" className={linkLook}>
            Open its smallest form
          </a>
        )}
      </p>
      {differences.map(({ what, request, predicted, observed }) => (
        <dl key={`${request} ${what}`} className="mt-1.5 grid grid-cols-[76px_minmax(0,1fr)] gap-x-2">
          <dt className="col-span-2 text-ink-2">
            The {what}
            {request > 0 && ` of request ${request + 1}`}
          </dt>
          <dt className="text-ink-2">predicted</dt>
          <dd className="wrap-anywhere whitespace-pre-line">
            <code>{predicted || 'nothing'}</code>
          </dd>
          <dt className="text-ink-2">observed</dt>
          <dd className="wrap-anywhere whitespace-pre-line">
            <code>{observed || 'nothing'}</code>
          </dd>
        </dl>
      ))}
    </li>
  );
}
