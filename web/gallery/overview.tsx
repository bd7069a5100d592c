import { type Cause, type CauseGroup, causeGroups, gallery } from '#cors';
import { Rich } from '../ui/rich.tsx';
import { SearchField, summaryOf, useSearch } from './search.tsx';

const groups = Object.entries(causeGroups) as readonly (readonly [CauseGroup, string])[];

function Causes({ causes }: { causes: readonly Cause[] }) {
  return (
    <ul className="border-line border-b">
      {causes.map(({ id, title, symptom }) => (
        <li key={id} className="border-line border-t">
          <a href={`/gallery/${id}`} className="group block px-2 py-2.5 -mx-2 hover:bg-inset">
            <span className="font-semibold group-hover:underline">{title}</span>
            <span className="block text-pretty text-ink-2">
              <Rich text={symptom} />
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Every cause by its group, or those that were searched for. `unknown` is the id of an address that leads nowhere. */
export function Overview({ unknown }: { unknown: string }) {
  const { query, setQuery, wanted, found } = useSearch();
  return (
    <main id="content" className="min-h-[calc(100vh-52px)] bg-surface px-(--side) pt-8 pb-16">
      <div className="mx-auto max-w-3xl">
        <h1 className="text-balance font-semibold text-l tracking-[-0.028em] max-[600px]:text-[32px] max-[600px]:leading-9">
          Why requests fail
        </h1>
        <p className="mt-3 text-m text-pretty">
          {gallery.length} real causes, each to be run here and mended with one click.
        </p>
        {unknown !== '' && (
          <p role="status" className="mt-4 bg-warn-soft px-3 py-2.5">
            There is no cause called <code>{unknown}</code>. These are all there are.
          </p>
        )}
        <search>
          <SearchField query={query} onChange={setQuery} />
          <p role="status" className="min-h-5 pt-2 pb-3 text-ink-2">
            {summaryOf(found, wanted)}
          </p>
        </search>
        {found.length > 0 ? (
          <section aria-label="Found">
            <Causes causes={found.map(({ cause }) => cause)} />
          </section>
        ) : (
          groups.map(([group, title]) => (
            <section key={group} className="mb-9">
              <h2 className="mb-2 font-semibold text-m tracking-[-0.012em]">{title}</h2>
              <Causes causes={gallery.filter((cause) => cause.group === group)} />
            </section>
          ))
        )}
      </div>
    </main>
  );
}
