import { findCause } from '#cors';
import { PageFrame } from '../shell/page-frame.tsx';
import { CausePage } from './cause-page.tsx';
import { Overview } from './overview.tsx';

const place = ['/gallery', 'Gallery'] as const;
const id = location.pathname.split('/')[2] ?? '';

/** All causes with a search, or the one that the address names. */
export default function Page() {
  const cause = findCause(id);
  return (
    <PageFrame title={cause?.title ?? 'Gallery'} place={place}>
      {cause ? <CausePage cause={cause} /> : <Overview unknown={id} />}
    </PageFrame>
  );
}
