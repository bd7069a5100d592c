import { useEffect } from 'react';
import { create } from 'zustand';
import { defaultScenario } from '#cors';
import { useScenario } from './scenario.ts';

interface LinkState {
  /** False until the link that the page was loaded with has been read. */
  readonly ready: boolean;
  /** Why the link in the address bar could not be read, or null. While it stands, the address is not overwritten. */
  readonly problem: 'version' | 'broken' | null;
  /** Parts of the link that were not understood and took their defaults. */
  readonly dropped: readonly string[];
  linkDismissed(): void;
}

export const useLinkState = create<LinkState>()((set) => ({
  ready: location.hash.length < 2,
  problem: null,
  dropped: [],
  linkDismissed: () => {
    set({ problem: null, dropped: [] });
    void writeLink();
  },
}));

const codec = () => import('./link.ts');

async function readLink() {
  if (location.hash.length < 2) {
    useLinkState.setState({ ready: true, problem: null, dropped: [] });
    return;
  }
  const decoded = (await codec()).readHash();
  if (decoded.ok) {
    useScenario.getState().scenarioOpened(decoded.scenario);
    useLinkState.setState({ ready: true, problem: null, dropped: decoded.dropped });
  } else {
    const problem = decoded.reason === 'empty' ? null : decoded.reason;
    useLinkState.setState({ ready: true, problem, dropped: [] });
  }
}

async function writeLink() {
  const { linkOf } = await codec();
  const { scenario } = useScenario.getState();
  if (useLinkState.getState().problem) return;
  const url = scenario === defaultScenario ? location.pathname : linkOf(scenario);
  history.replaceState(null, '', url);
}

// Browsers limit how often a page may call replaceState, and nobody reads the address while typing.
const writeDelay = 250;

/** Opens the link that the page was loaded with (and those pasted later), then keeps the address up to date. */
export function useLink() {
  useEffect(() => {
    void readLink();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = useScenario.subscribe((now, then) => {
      if (now.scenario === then.scenario) return;
      clearTimeout(timer);
      timer = setTimeout(writeLink, writeDelay);
    });
    addEventListener('hashchange', readLink);
    return () => {
      unsubscribe();
      clearTimeout(timer);
      removeEventListener('hashchange', readLink);
    };
  }, []);
}
