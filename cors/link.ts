import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { dictionary, packScenario, unpackScenario } from './link-format.ts';
import type { Scenario } from './scenario.ts';
import { parseScenarioLeniently } from './schema.ts';

export type DecodedLink =
  | { readonly ok: true; readonly scenario: Scenario; readonly dropped: readonly string[] }
  | { readonly ok: false; readonly reason: 'empty' | 'version' | 'broken' };

const version = 1;
const checksumLength = 3;
/** Bytes, more than the largest scenario within the limits needs; a short link can be deflated from gigabytes. */
const inflatedLimit = 2 ** 23;
const packed = strToU8(dictionary);

/** A scenario as the part of a link after `#`: `<version>.<base64url of checksum and deflated JSON>`. */
export function encodeLink(scenario: Scenario): string {
  const json = strToU8(JSON.stringify(packScenario(scenario)));
  const deflated = deflateSync(json, { level: 9, mem: 8, dictionary: packed });
  const bytes = new Uint8Array(checksumLength + deflated.length);
  bytes.set(checksum(deflated));
  bytes.set(deflated, checksumLength);
  return `${version}.${toBase64Url(bytes)}`;
}

/**
 * Reads a link's hash, with or without `#`; never throws. `dropped` holds the dotted paths of fields that were no good
 * and took their defaults. `version`: made by another version of the format. `broken`: cut, altered, or not a link.
 */
export function decodeLink(hash: string): DecodedLink {
  const text = hash.startsWith('#') ? hash.slice(1) : hash;
  if (text === '') return { ok: false, reason: 'empty' };
  const [, number, data] = /^(\d{1,9})\.([\w-]+)$/.exec(text) ?? [];
  if (number !== undefined && Number(number) !== version) return { ok: false, reason: 'version' };
  const bytes = data === undefined ? null : fromBase64Url(data);
  const json = bytes === null ? null : openChecked(bytes);
  if (json === null) return { ok: false, reason: 'broken' };
  return { ok: true, ...parseScenarioLeniently(unpackScenario(json)) };
}

function openChecked(bytes: Uint8Array): unknown {
  const deflated = bytes.subarray(checksumLength);
  if (!checksum(deflated).every((byte, index) => byte === bytes[index])) return null;
  try {
    const json: unknown = JSON.parse(inflateBounded(deflated));
    return json;
  } catch {
    return null;
  }
}

function inflateBounded(deflated: Uint8Array): string {
  const step = 1024;
  let text = '';
  const inflate = new Inflate({ dictionary: packed }, (chunk) => {
    text += strFromU8(chunk, true);
    if (text.length > inflatedLimit) throw new RangeError('Inflates to more than any scenario');
  });
  // In small steps, so that the limit is noticed before much has been inflated.
  for (let at = 0; at < deflated.length; at += step) {
    inflate.push(deflated.subarray(at, at + step), at + step >= deflated.length);
  }
  return strFromU8(strToU8(text, true));
}

/** FNV-1a folded to 24 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function checksum(bytes: Uint8Array): Uint8Array {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  const folded = (hash >>> 24) ^ hash;
  return Uint8Array.of(folded >>> 16, folded >>> 8, folded);
}

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(strFromU8(bytes, true)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

function fromBase64Url(text: string): Uint8Array | null {
  try {
    return strToU8(atob(text.replaceAll('-', '+').replaceAll('_', '/')), true);
  } catch {
    return null;
  }
}
