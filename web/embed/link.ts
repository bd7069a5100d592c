import { useEffect, useState } from 'react';
import { type DecodedLink, decodeLink } from '#cors';
import { useScenario } from '../state/scenario.ts';

/** Shows the scenario of the link after `#`, and again when another one comes. The address is never written. */
export function useGivenLink(): DecodedLink {
  const [link, setLink] = useState(() => decodeLink(location.hash));
  useEffect(() => {
    if (link.ok) useScenario.getState().scenarioOpened(link.scenario);
  }, [link]);
  useEffect(() => {
    const read = () => setLink(decodeLink(location.hash));
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return link;
}
