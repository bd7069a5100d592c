import { useEffect } from 'react';
import { create } from 'zustand';
import { decodeLink, defaultScenario, encodeLink } from '#cors';
import { useScenario } from './scenario.ts';

interface LinkState {
  /** Why the link in the address bar could not be read, or null. While it stands, the address is not overwritten. */
  readonly problem: 'version' | 'broken' | null;
  /** Parts of the link that were not understood and took their defaults. */
  readonly dropped: readonly string[];
  linkDismissed(): void;
}

export const useLinkState = create<LinkState>()((set) => ({
  problem: null,
  dropped: [],
  linkDismissed: () => {
    set({ problem: null, dropped: [] });
    writeLink();
  },
}));

export const linkOf = (scenario: Parameters<typeof encodeLink>[0]) =>
  `${location.origin}${location.pathname}#${encodeLink(scenario)}`;

function readLink() {
  const decoded = decodeLink(location.hash.slice(1));
  if (decoded.ok) {
    useScenario.getState().scenarioOpened(decoded.scenario);
    useLinkState.setState({ problem: null, dropped: decoded.dropped });
  } else if (decoded.reason === 'empty') {
    useLinkState.setState({ problem: null, dropped: [] });
  } else {
    useLinkState.setState({ problem: decoded.reason });
  }
}

function writeLink() {
  if (useLinkState.getState().problem) return;
  const { scenario } = useScenario.getState();
  const url = scenario === defaultScenario ? location.pathname : linkOf(scenario);
  history.replaceState(null, '', url);
}

// Browsers limit how often a page may call replaceState, and nobody reads the address while typing.
const writeDelay = 250;

/** Opens the link that the page was loaded with (and those pasted later), then keeps the address up to date. */
export function useLink() {
  useEffect(() => {
    readLink();
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
