import { type Cause, type CauseGroup, causeGroups, gallery } from '#cors';
import { Rich } from '../ui/rich.tsx';

const groups = Object.entries(causeGroups) as readonly (readonly [CauseGroup, string])[];

function Row({ cause: { id, title, symptom } }: { cause: Cause }) {
  return (
    <li className="border-line border-t">
      <a href={`/gallery/${id}`} className="group block py-2.5 hover:bg-inset">
        <span className="font-semibold group-hover:underline">{title}</span>
        <span className="block text-pretty text-ink-2">
          <Rich text={symptom} />
        </span>
      </a>
    </li>
  );
}

/** Every cause by its group. `unknown` is the id of an address that leads nowhere. */
export function Overview({ unknown }: { unknown: string }) {
  return (
    <main id="content" className="min-h-[calc(100vh-52px)] bg-surface px-(--side) pt-8 pb-16">
      <div className="mx-auto max-w-3xl">
        <h1 className="text-balance text-l tracking-[-0.028em] max-[600px]:text-[32px] max-[600px]:leading-9">
          Why requests fail
        </h1>
        {unknown !== '' && (
          <p role="status" className="mt-4 bg-warn-soft px-3 py-2.5">
            There is no cause called <code>{unknown}</code>. These are all there are.
          </p>
        )}
        {groups.map(([group, title]) => {
          const causes = gallery.filter((cause) => cause.group === group);
          if (causes.length === 0) return null;
          return (
            <section key={group} className="mt-9">
              <h2 className="mb-2 font-semibold text-m tracking-[-0.012em]">{title}</h2>
              <ul className="border-line border-b">
                {causes.map((cause) => (
                  <Row key={cause.id} cause={cause} />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </main>
  );
}
