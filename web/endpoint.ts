/** A place on the echo server: unguessable. */
export const newEndpointId = () =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(12))))
    .replaceAll('+', '-')
    .replaceAll('/', '_');

/** This page load's own, never shared between tabs, or its newest. */
export let endpointId = newEndpointId();

/** From here on another one, of which the browser remembers nothing. */
export function endpointRenewed() {
  endpointId = newEndpointId();
}
