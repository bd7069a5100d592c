import type { HeaderLine } from './http.ts';
import type { Answer, Plan } from './scenario.ts';

/** A whole CORS policy in one choice. It replaces the CORS lines of both answers and leaves all others. */
export interface Preset {
  readonly id: 'none' | 'any' | 'page' | 'credentials' | 'reflect';
  readonly label: string;
  readonly apply: (plan: Plan) => Plan;
}

const methods: HeaderLine = ['Access-Control-Allow-Methods', 'GET, HEAD, POST, PUT, PATCH, DELETE'];
const requestedHeaders: HeaderLine = ['Access-Control-Allow-Headers', '{requested-headers}'];
const credentials: HeaderLine = ['Access-Control-Allow-Credentials', 'true'];
const thisPage: HeaderLine = ['Access-Control-Allow-Origin', '{page}'];
const anyOrigin: HeaderLine = ['Access-Control-Allow-Origin', '*'];
const askingOrigin: HeaderLine = ['Access-Control-Allow-Origin', '{origin}'];
const varyOrigin: HeaderLine = ['Vary', 'Origin'];

/** The policies that people usually want, or believe they want. */
export const presets: readonly Preset[] = [
  preset('none', 'No CORS', [], []),
  preset(
    'any',
    'Any origin',
    [anyOrigin],
    [
      ['Access-Control-Allow-Methods', '*'],
      ['Access-Control-Allow-Headers', '*, Authorization'],
    ],
  ),
  preset('page', 'This page', [thisPage], [methods, requestedHeaders]),
  preset('credentials', 'This page with credentials', [thisPage, credentials], [methods, requestedHeaders]),
  preset(
    'reflect',
    'Whoever asks, with credentials',
    [askingOrigin, credentials, varyOrigin],
    [['Access-Control-Allow-Methods', '{requested-method}'], requestedHeaders],
  ),
];

function preset(
  id: Preset['id'],
  label: string,
  both: readonly HeaderLine[],
  preflightOnly: readonly HeaderLine[],
): Preset {
  return {
    id,
    label,
    apply: (plan) => ({
      ...plan,
      preflight: withCorsLines(plan.preflight, [...both, ...preflightOnly]),
      response: withCorsLines(plan.response, both),
      library: null,
    }),
  };
}

const withCorsLines = (answer: Answer, lines: readonly HeaderLine[]): Answer => ({
  ...answer,
  headers: [...answer.headers.filter((line) => !isCorsLine(line)), ...lines],
});

const isCorsLine = ([name, value]: HeaderLine): boolean =>
  /^access-control-/i.test(name) || (/^vary$/i.test(name) && /^origin$/i.test(value.trim()));
