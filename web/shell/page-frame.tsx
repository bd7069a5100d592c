import { type ReactNode, useEffect } from 'react';
import { useServerInfo } from '../server-info.ts';
import { useTheme } from '../state/use-theme.ts';
import { Logo } from './logo.tsx';
import { Mishap } from './mishap.tsx';
import { OriginsContext } from './origins.tsx';
import { SiteNav } from './site-nav.tsx';
import { Away, Starting } from './start.tsx';
import { ThemeButton } from './theme-button.tsx';

interface PageFrameProps {
  /** What the tab is called. */
  readonly title: string;
  /** Where in the site one is, with the address of that place. */
  readonly place: readonly [path: string, name: string];
  readonly children: ReactNode;
}

/** A page other than the playground: its bar, and its content as soon as the deployment's origins are known. */
export function PageFrame({ title, place: [path, name], children }: PageFrameProps) {
  useTheme();
  const { data: info, errorUpdateCount, isFetching, refetch } = useServerInfo();
  useEffect(() => {
    document.title = `${title}, in Preflight`;
  }, [title]);
  return (
    <>
      <a
        href="#content"
        className="fixed top-2 left-2 z-40 rounded-control not-focus:sr-only bg-accent px-3 py-2 font-medium text-on-accent"
      >
        Skip to the content
      </a>
      <header className="flex h-[52px] items-center gap-2.5 border-line border-b bg-canvas pr-3 pl-(--side)">
        <a href="/" className="flex items-center gap-2.5 font-semibold text-m tracking-[-0.015em]">
          <Logo />
          Preflight
        </a>
        <a href={path} className="text-ink-2 hover:text-ink">
          {name}
        </a>
        <span className="ml-auto flex items-center gap-1">
          <SiteNav />
          <ThemeButton />
        </span>
      </header>
      <Mishap>
        {info ? (
          <OriginsContext value={info.origins}>{children}</OriginsContext>
        ) : (
          <main className="bg-surface">
            {errorUpdateCount > 0 ? <Away asking={isFetching} ask={refetch} /> : <Starting />}
          </main>
        )}
      </Mishap>
    </>
  );
}
