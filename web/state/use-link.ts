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

// In time for the address to which one comes back; some browsers on phones fire the second alone.
const leaving = ['beforeunload', 'pagehide'];

export const useLinkState = create<LinkState>()((set) => ({
  ready: location.hash.length < 2,
  problem: null,
  dropped: [],
  linkDismissed: () => {
    set({ problem: null, dropped: [] });
    void writeLink();
  },
}));

type Codec = typeof import('./link.ts');
/** Packs and unpacks links; kept once loaded, because a page that is being left can wait for nothing. */
let loaded: Codec | null = null;
const codec = async (): Promise<Codec> => {
  loaded ??= await import('./link.ts');
  return loaded;
};

/** The part after # as last read or written here. Another one is a link just pasted, still to be read. */
let known = location.hash;

async function readLink() {
  known = location.hash;
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

const writeLink = async () => writeWith(await codec());

function writeWith({ linkOf }: Codec) {
  const { scenario } = useScenario.getState();
  if (useLinkState.getState().problem || location.hash !== known) return;
  const url = scenario === defaultScenario ? location.pathname : linkOf(scenario);
  history.replaceState(null, '', url);
  known = location.hash;
}

// Chromium ignores replaceState beyond 200 calls in 30 s.
const writeDelay = 150;

/** Opens the link that the page was loaded with (and those pasted later), then keeps the address up to date. */
export function useLink() {
  useEffect(() => {
    void readLink();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = useScenario.subscribe((now, then) => {
      if (now.scenario === then.scenario) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        timer = undefined;
        void writeLink();
      }, writeDelay);
    });
    const leave = () => {
      clearTimeout(timer);
      if (timer !== undefined && loaded) writeWith(loaded);
      timer = undefined;
    };
    addEventListener('hashchange', readLink);
    for (const event of leaving) addEventListener(event, leave);
    return () => {
      unsubscribe();
      clearTimeout(timer);
      for (const event of leaving) removeEventListener(event, leave);
      removeEventListener('hashchange', readLink);
    };
  }, []);
}
