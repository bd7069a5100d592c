import { mimeEssence } from './safelist.ts';

// What an endpoint answers to those who ask for more than text: small files that do nothing. A plan chooses them by its
// Content-Type, and can have no script or font of its own.

export const imageType = 'image/svg+xml';
export const scriptType = 'text/javascript';
export const fontType = 'font/ttf';
export const eventStreamType = 'text/event-stream';

export const sampleImage = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';
/**
 * Throws, because what a page is told of the error shows whether it may read the script. A name that is not known: an
 * Error of the script's own making is told in full by Firefox.
 */
export const sampleScript = 'thisScriptCouldBeRead;\n';
/** One triangle, as U+0041. A body of exactly this text crosses the wire as the bytes that it stands for. */
export const sampleFont =
  'data:font/ttf;base64,AAEAAAAKAIAAAwAgT1MvMkF4QAUAAAEoAAAAYGNtYXAADACUAAABkAAAADRnbHlmF3ltrwAAAcwAAAAUaGVhZC2jnuQAAACsAAAANmhoZWEAfQBGAAAA5AAAACRobXR4AEAAAAAAAYgAAAAGbG9jYQAKAAAAAAHEAAAABm1heHAABAAFAAABCAAAACBuYW1lAHcIbgAAAeAAAAAicG9zdAADAAAAAAIEAAAAIAABAAAAAQAAlcvxpV8PPPUAAwBAAAAAAOcosLgAAAAA5yiwuAAAAAAAPAA8AAAAAwACAAAAAAAAAAEAAABAAAAAAABAAAAABAA8AAEAAAAAAAAAAAAAAAAAAAABAAEAAAACAAMAAQAAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAwBAAZAABQAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAPz8/PwAAAEEAQQBAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAgAAAAQAAAAAAAAAAAAAIAAAADAAAAFAADAAEAAAAUAAQAIAAAAAQABAABAAAAQf//AAAAQf///8AAAQAAAAAAAAAAAAoAAAABAAAAAAA8ADwAAgAAMTUXPDw8AAAAAgAeAAMAAQQJAAEAAgAAAAMAAQQJAAIAAgACAFAAUgAAAAMAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=';

/** https://mimesniff.spec.whatwg.org/#javascript-mime-type */
const scriptTypes: ReadonlySet<string> = new Set([
  'application/ecmascript',
  'application/javascript',
  'application/x-ecmascript',
  'application/x-javascript',
  'text/ecmascript',
  'text/javascript',
  'text/javascript1.0',
  'text/javascript1.1',
  'text/javascript1.2',
  'text/javascript1.3',
  'text/javascript1.4',
  'text/javascript1.5',
  'text/jscript',
  'text/livescript',
  'text/x-ecmascript',
  'text/x-javascript',
]);

export const isScriptType = (essence: string | null): boolean => essence !== null && scriptTypes.has(essence);

/** Whether a browser could draw this body of type `imageType`. */
export const isImage = (body: string): boolean => /^\s*<svg\s[^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/.test(body);

export const isFont = (body: string): boolean => body === sampleFont;

/** What an answer of this Content-Type is whatever its plan says, or null when that decides. */
export function fixedKind(contentType: string): 'script' | 'font' | null {
  // Of several values browsers take one or another: https://fetch.spec.whatwg.org/#concept-header-extract-mime-type
  const essences = contentType.split(',').map(mimeEssence);
  if (essences.some(isScriptType)) return 'script';
  return essences.some((essence) => essence?.startsWith('font/')) ? 'font' : null;
}

const fixedBodies = { script: sampleScript, font: sampleFont };

/** The body that such an answer has. */
export function fixedBody(contentType: string): string | null {
  const kind = fixedKind(contentType);
  return kind && fixedBodies[kind];
}

const utf8 = new TextEncoder();

/** A body as it crosses the wire. */
export function bodyBytes(body: string): Uint8Array {
  if (!isFont(body)) return utf8.encode(body);
  return Uint8Array.from(atob(body.slice(body.indexOf(',') + 1)), (character) => character.charCodeAt(0));
}
