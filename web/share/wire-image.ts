import { verdictWords } from '#cors';
import type { Arrow } from '../sheet/arrows.ts';
import { explanationOf, isGuess, verdictNames, verdictOf } from '../sheet/shown.ts';
import { wireOf } from '../sheet/wire.ts';
import type { Shared } from './shared.ts';

// The wire as one picture that needs nothing else: no style sheet, no font that has to be there, the light theme's colours.

const ink = '#14191a';
const faint = '#4b5552';
const edge = '#868f8a';
const colours = { readable: '#075c36', opaque: '#34506e', blocked: '#9e0f1c' };
const sans = "Inter, 'Helvetica Neue', Arial, sans-serif";
const mono = "'JetBrains Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace";
const monoWidth = 7.6;

const width = 920;
const page = 40;
const browser = 230;
const lastServer = 880;
const lane = 90;
const line = 19;

export interface WireImage {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** What it shows, in words. */
  readonly says: string;
}

/** Pixels are those of CSS. */
export function wireImage({ title, view }: Shared): WireImage {
  const { servers, arrows } = wireOf(view);
  const guess = isGuess(view);
  const verdict = verdictOf(view);
  const explained = explanationOf(view);
  const words = explained && verdictWords(explained, guess ? 'would' : 'did');
  const headline = words ? [words.lead, words.word, words.where].filter(Boolean).join(' ') : verdictNames[verdict];
  const serverX = (server: number) => lastServer - lane * (servers.length - 1 - server);
  const parts: string[] = [];
  let y = 150;
  let busyFrom = 0;
  for (const arrow of arrows) {
    const x = serverX(arrow.server);
    const drawn = drawArrow(arrow, y, x, guess);
    parts.push(drawn.svg);
    // From a request to its answer the server is at work.
    if (arrow.busy && arrow.kind === 'to-server') busyFrom = drawn.shaft;
    if (arrow.busy && arrow.kind === 'to-browser' && !guess)
      parts.push(`<path d="M${x} ${busyFrom}V${drawn.shaft}" stroke="${ink}" stroke-width="5"/>`);
    y = drawn.end;
  }
  const height = y + 12;
  const says = `${verdictNames[verdict]}. ${arrows.map(inWords).join('; ')}.`;
  const lifeline = (x: number, weight: number, colour: string) =>
    `<path d="M${x} 128V${height - 20}" stroke="${colour}" stroke-width="${weight}"/>`;
  const heads = servers.map((server, i) =>
    text(serverX(i), 118, servers.length === 1 ? `Server ${server}` : new URL(server).host, {
      anchor: 'end',
      size: servers.length === 1 ? 13 : 11,
    }),
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title says" fill="none">
<title id="title">${escaped(title)}</title>
<desc id="says">${escaped(says)}</desc>
<rect width="${width}" height="${height}" fill="#fff"/>
${text(page, 38, cut(title, 95), { size: 15, weight: 600 })}
${text(page, 74, cut(headline, 56), { size: 26, weight: 650, colour: guess ? ink : colours[verdict] })}
${text(page, 118, 'Page', { weight: 600 })}
${text(browser, 118, 'Browser', { weight: 600, anchor: 'middle' })}
${heads.join('\n')}
${lifeline(page, 1, edge)}
${lifeline(browser, 4, ink)}
${guess ? `<path d="M${browser} 130V${height - 22}" stroke="#fff" stroke-width="1.5"/>` : ''}
${servers.map((_, i) => lifeline(serverX(i), 1, edge)).join('\n')}
${parts.join('\n')}
</svg>
`;
  return { svg, width, height, says };
}

function inWords({ kind, label, note, state }: Arrow): string {
  const ways = {
    call: 'page to browser',
    'to-server': 'browser to server',
    'to-browser': 'server to browser',
    result: 'browser to page',
    unknown: '',
  };
  const said = note ? `${label} (${note})` : label;
  if (kind === 'unknown') return said;
  return `${ways[kind]}: ${said}${state === 'unsent' && !note ? ', not sent' : ''}`;
}

interface TextLook {
  readonly size?: number;
  readonly weight?: number;
  readonly colour?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly font?: string;
  readonly struck?: boolean;
}

function text(x: number, y: number, said: string, look: TextLook = {}): string {
  const { size = 13, weight = 400, colour = ink, anchor = 'start', font = sans, struck } = look;
  return `<text x="${x}" y="${y}" font-family="${font}" font-size="${size}" font-weight="${weight}" fill="${colour}" text-anchor="${anchor}"${struck ? ' text-decoration="line-through"' : ''} xml:space="preserve">${escaped(said)}</text>`;
}

const escaped = (plain: string): string =>
  // No control character may stand in XML: https://www.w3.org/TR/xml/#charsets
  plain
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '�')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;');

const cut = (said: string, most: number): string =>
  said.length > most ? `${said.slice(0, Math.max(1, most - 1))}…` : said;

/** Vertical places, in pixels. */
interface Drawn {
  readonly svg: string;
  readonly shaft: number;
  readonly end: number;
}

/** One arrow with what stands around it, from `top` down to `end`. */
function drawArrow(arrow: Arrow, top: number, server: number, guess: boolean): Drawn {
  const { kind, state, label, note } = arrow;
  const isOfPage = kind === 'call' || kind === 'result';
  const [left, right] = isOfPage ? [page, browser] : [browser, server];
  const room = Math.floor((right - left - 36) / monoWidth);
  if (kind === 'unknown')
    return { svg: text(browser + 18, top + 14, label, { colour: faint }), shaft: top, end: top + 40 };
  const code: TextLook = { font: mono, size: 12.5 };
  const parts: string[] = [];
  let y = top + 12;
  const beside = note !== null && !isOfPage ? note : '';
  const colour = state === 'stopped' ? colours.blocked : ink;
  parts.push(text(left + 18, y, cut(label, room - beside.length), { ...code, struck: state === 'unsent' }));
  if (beside !== '')
    parts.push(
      text(right - 12, y, beside, {
        anchor: 'end',
        colour: state === 'stopped' ? colour : faint,
        weight: state === 'stopped' ? 600 : 400,
      }),
    );
  const at = y + 11;
  parts.push(shaft(arrow, left, right, at, colour, guess));
  y = at + 17;
  if (note !== null && isOfPage) {
    parts.push(text(left + 18, y, cut(note, 24), { colour: state === 'stopped' ? colour : faint }));
    y += line;
  }
  for (const { name, value, strong } of arrow.lines) {
    parts.push(text(left + 18, y, cut(`${name}: ${value}`, room), { ...code, colour: strong ? ink : faint }));
    y += line;
  }
  for (const raw of arrow.offending) {
    const said = raw.kind === 'absent' ? `${raw.name} is missing` : raw.text;
    const isHit = raw.kind === 'absent' || raw.hit !== undefined;
    parts.push(
      text(left + 18, y, cut(said, room), {
        ...(raw.kind === 'absent' ? {} : code),
        colour: isHit ? colours.blocked : faint,
      }),
    );
    y += line;
  }
  if (arrow.processed) {
    parts.push(
      text(right - 12, y, guess ? 'would be received and processed' : 'received and processed', {
        anchor: 'end',
        weight: 600,
      }),
    );
    y += line;
  }
  return { svg: parts.join('\n'), shaft: at, end: y + 8 };
}

function shaft({ kind, state }: Arrow, left: number, right: number, y: number, colour: string, guess: boolean): string {
  const leads = kind === 'call' || kind === 'to-server';
  const dashes =
    state === 'unsent' ? ' stroke-dasharray="1 5" stroke-linecap="round"' : guess ? ' stroke-dasharray="6 4"' : '';
  const [from, to] = leads ? [left + 4, right - 4] : [right - 4, left + (state === 'stopped' ? 12 : 4)];
  const shaftLine = `<path d="M${from} ${y}H${to}" stroke="${state === 'unsent' ? edge : colour}" stroke-width="1.5"${dashes}/>`;
  if (state === 'unsent') return shaftLine;
  if (state === 'stopped') return shaftLine + stop(leads ? right : left, y, guess);
  const back = leads ? -7 : 7;
  return `${shaftLine}<path d="M${to + back} ${y - 4.5}L${to} ${y}L${to + back} ${y + 4.5}" stroke="${colour}" stroke-width="1.5"/>`;
}

/** The octagon on the guard line. */
function stop(x: number, y: number, guess: boolean): string {
  const octagon = `M${x - 4} ${y - 9}h8l5 5v8l-5 5h-8l-5-5v-8z`;
  const cross = `M${x - 3} ${y - 3}l6 6M${x + 3} ${y - 3}l-6 6`;
  return guess
    ? `<path d="${octagon}" fill="#fff" stroke="${colours.blocked}" stroke-width="1.5"/><path d="${cross}" stroke="${colours.blocked}" stroke-width="1.5"/>`
    : `<path d="${octagon}" fill="${colours.blocked}"/><path d="${cross}" stroke="#fff" stroke-width="1.5"/>`;
}
