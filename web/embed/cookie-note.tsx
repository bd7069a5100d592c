import { useScenario } from '../state/scenario.ts';

/** Whether the document on top is another origin's: then nothing of it can be read. */
function isForeign(): boolean {
  try {
    return window.top?.location.origin !== location.origin;
  } catch {
    return true;
  }
}

/** Which site a cookie is sent to depends on the page on top, which is not ours: docs/decisions/014. */
export function CookieNote() {
  const setsCookies = useScenario(
    ({ scenario: { plan } }) => plan.preflight.cookies.length + plan.response.cookies.length > 0,
  );
  if (!setsCookies || !isForeign()) return null;
  return (
    <p className="px-(--pad) pb-3 text-pretty text-ink-2">
      <b className="text-ink">Cookies:</b> in a frame on another site, browsers keep them back or apart. The playground
      shows how they go otherwise.
    </p>
  );
}
