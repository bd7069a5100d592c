import { decodeLink, encodeLink, type Scenario } from '#cors';

// Apart from use-link.ts, so that packing and unpacking are loaded when there is a link to read or to write.

/** The address that opens this scenario in this deployment. */
export const linkOf = (scenario: Scenario): string => `${location.origin}/#${encodeLink(scenario)}`;

/** What the address bar holds after its `#`. */
export const readHash = () => decodeLink(location.hash.slice(1));
