import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { glossary } from '#cors';
import { PageFrame } from '../shell/page-frame.tsx';
import { fieldLook } from '../ui/text-field.tsx';
import { Entry } from './entry.tsx';
import { isAbout } from './filter.ts';

function Terms() {
  const [lookedFor, setLookedFor] = useState('');
  const shown = glossary.filter((term) => isAbout(term, lookedFor));
  // The browser looked for the term of the address before it stood in the page.
  useEffect(() => {
    if (location.hash !== '') location.replace(location.hash);
  }, []);
  return (
    <>
      <div className="mt-5 mb-6 flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <input
          type="search"
          aria-label="Find a term"
          placeholder="Find a term"
          value={lookedFor}
          onChange={({ target }) => setLookedFor(target.value)}
          className={`${fieldLook} h-8 max-w-72 border-edge px-2.5`}
        />
        <p role="status" className="text-ink-2">
          {shown.length === glossary.length
            ? `${glossary.length} terms`
            : `${shown.length} of ${glossary.length} terms`}
        </p>
      </div>
      {shown.map((term) => (
        // A related term may be one that is not shown: all are, before the browser goes there.
        <Entry key={term.id} term={term} onLeave={() => flushSync(() => setLookedFor(''))} />
      ))}
    </>
  );
}

/** Every term in alphabetical order, each under an address of its own. */
export default function Page() {
  return (
    <PageFrame title="Glossary" place={['/glossary', 'Glossary']}>
      <main id="content" className="min-h-[calc(100vh-52px)] bg-surface px-(--side) pt-8 pb-16">
        <div className="mx-auto max-w-3xl">
          <h1 className="text-balance font-semibold text-l tracking-[-0.028em] max-[600px]:text-[32px] max-[600px]:leading-9">
            The words of CORS
          </h1>
          <p className="mt-3 text-m text-pretty text-ink-2 tracking-[-0.006em]">
            Each in one sentence, with what is worth knowing besides. Dotted underlines elsewhere on this site explain
            the same words where they stand.
          </p>
          <Terms />
        </div>
      </main>
    </PageFrame>
  );
}
