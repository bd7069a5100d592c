import { Link } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { QuietButton } from '../ui/button.tsx';
import { Logo } from './logo.tsx';
import { SiteNav } from './site-nav.tsx';
import { ThemeButton } from './theme-button.tsx';
import { Title } from './title.tsx';

const ShareDialog = lazy(() => import('../share/share-dialog.tsx'));

export function TopBar() {
  const [sharing, setSharing] = useState(false);
  return (
    <header className="shell-top h-[52px] items-center border-b border-line">
      <div className="flex items-center gap-2.5 pl-(--side) text-m font-semibold tracking-[-0.015em]">
        <Logo />
        <h1>
          <span className="max-[600px]:sr-only">Preflight</span>
          <span className="sr-only">, a </span>
          <span className="text-s font-normal tracking-normal text-ink-3 max-[1100px]:sr-only min-[1100px]:ml-2">
            CORS playground
          </span>
        </h1>
      </div>
      <div className="min-w-0 pl-(--pad) max-[600px]:pl-3">
        <Title />
      </div>
      <div className="flex items-center justify-end gap-1 pr-3">
        <QuietButton onClick={() => setSharing(true)} aria-haspopup="dialog">
          <Link size={16} strokeWidth={1.5} aria-hidden />
          Share
        </QuietButton>
        <SiteNav />
        <ThemeButton />
      </div>
      {sharing && (
        <Suspense>
          <ShareDialog onClose={() => setSharing(false)} />
        </Suspense>
      )}
    </header>
  );
}
