/** This page load's own place on the echo server: unguessable, and never shared between tabs. */
export const endpointId = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(12))))
  .replaceAll('+', '-')
  .replaceAll('/', '_');
