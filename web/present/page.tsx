import { lazy, Suspense, use, useEffect } from 'react';
import { useServerInfo } from '../server-info.ts';
import { OriginsContext } from '../shell/origins.tsx';
import { PageFrame } from '../shell/page-frame.tsx';
import { Away, Starting } from '../shell/start.tsx';
import { useTheme } from '../state/use-theme.ts';
import { readLinks } from './address.ts';
import { Presentation } from './presentation.tsx';
import { type Slide, slidesOfLinks, type Unreadable } from './slides.ts';

const ListPage = lazy(async () => ({ default: (await import('./list-page.tsx')).ListPage }));

const query = new URLSearchParams(location.search);
const lessonId = query.get('lesson');
const ofLesson = lessonId === null ? null : import('./lesson-slides.ts').then((it) => it.slidesOfLesson(lessonId));
const links = readLinks(location.hash);
// Made once: runs are told apart by the scenarios that they are of.
const ofLinks = query.has('edit') ? [] : slidesOfLinks(links);
const place = ['/present', 'Present'] as const;

/** A presentation, of a lesson or of the links in the address; or else the list of links from which one is made. */
export default function Page() {
  // Another address is another presentation, which begins anew.
  useEffect(() => addEventListener('hashchange', () => location.reload()), []);
  const slides = (ofLesson && use(ofLesson)) ?? ofLinks;
  if (slides.length > 0) return <Presenting slides={slides} />;
  return (
    <PageFrame title="Present" place={place}>
      <Suspense>
        <ListPage given={links} unknownLesson={lessonId} />
      </Suspense>
    </PageFrame>
  );
}

function Presenting({ slides }: { slides: readonly (Slide | Unreadable)[] }) {
  useTheme();
  const { data: info, errorUpdateCount, isFetching, refetch } = useServerInfo();
  return info ? (
    <OriginsContext value={info.origins}>
      <Presentation slides={slides} />
    </OriginsContext>
  ) : (
    <main className="bg-surface">
      {errorUpdateCount > 0 ? <Away asking={isFetching} ask={refetch} /> : <Starting />}
    </main>
  );
}
