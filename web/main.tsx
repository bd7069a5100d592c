import './styles.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ComponentType, lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { serverInfoQuery } from './server-info.ts';
import { Mishap } from './shell/mishap.tsx';

type Load = () => Promise<{ readonly default: ComponentType }>;

/** Pages of their own, by the first part of their path; the playground is at all others. Each loads nothing of the others. */
const pages: Readonly<Record<string, Load>> = {
  conformance: () => import('./conformance/page.tsx'),
  gallery: () => import('./gallery/page.tsx'),
  glossary: () => import('./glossary/page.tsx'),
  lessons: () => import('./lessons/page.tsx'),
  present: () => import('./present/page.tsx'),
};
const playground: Load = () => import('./app.tsx');
const embed: Load = () => import('./embed/page.tsx');

function here({ pathname, search }: Location): Load {
  if (pathname === '/' && new URLSearchParams(search).has('embed')) return embed;
  return pages[pathname.split('/')[1] ?? ''] ?? playground;
}

const root = document.getElementById('root');
// Answers come from this very origin, so the browser's "offline" says nothing about them.
const queries = new QueryClient({
  defaultOptions: { queries: { networkMode: 'always' }, mutations: { networkMode: 'always' } },
});
// Every page needs it, and waits for its own script meanwhile.
const info = queries.prefetchQuery(serverInfoQuery);
const page = here(location)();

// A text that came with the document stays until all is there that the page needs.
const [loaded] = root?.hasChildNodes() ? await Promise.allSettled([page, info]) : [];
const Page = loaded?.status === 'fulfilled' ? loaded.value.default : lazy(() => page);
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <Mishap>
          <Suspense>
            <Page />
          </Suspense>
        </Mishap>
      </QueryClientProvider>
    </StrictMode>,
  );
}
