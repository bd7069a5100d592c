import type { Exchange, HeaderLine, WireRequest, WireResponse } from '../http.ts';
import type { FetchCall, Observation, Outcome } from '../outcome.ts';
import { observedVerdict } from '../replay.ts';
import { findingWords } from '../words/finding-words.ts';
import { stepWords } from '../words/step-words.ts';
import { callCode } from './call-code.ts';
import { codeLanguage } from './call-names.ts';

/** What a report is made of. `verdict` and `reason` are the words already chosen for the outcome. */
export interface Report {
  readonly title: string;
  readonly expect: string;
  readonly call: FetchCall;
  /** Serialized origin of the page. */
  readonly page: string;
  readonly outcome: Outcome;
  /** Null when nothing was run, so that the report is a prediction. */
  readonly observation: Observation | null;
  readonly verdict: string;
  readonly reason: string;
  readonly browser: string;
  readonly link: string;
}

type Crossing = Pick<Exchange, 'request' | 'response'>;

/** A bug report in Markdown: what was expected, what was sent, what came back, and why the browser decided so. */
export function markdownReport(report: Report): string {
  const observed = report.observation?.exchanges ?? null;
  const crossed: readonly Crossing[] = observed ?? report.outcome.messages;
  return [
    `# ${escaped(oneLine(report.title)) || 'CORS report'}`,
    report.expect.trim() === '' ? null : `**Expected:** ${paragraph(report.expect)}`,
    `**${report.observation === null ? 'Predicted' : 'Observed'}:** ${report.verdict}. ${report.reason}`,
    ...reasons(report),
    `Page \`${report.page}\`, ${oneLine(report.browser)}`,
    `## Request\n\n${fence(codeLanguage(report.call.api), callCode(report.call))}`,
    `## On the wire${observed === null ? ' (predicted)' : ''}`,
    ...(crossed.length === 0 ? ['Nothing was sent.'] : crossed.map((crossing) => fence('http', rawText(crossing)))),
    `[Open this scenario](${report.link})`,
  ]
    .filter((part) => part !== null)
    .join('\n\n')
    .concat('\n');
}

/** The step that failed, with what it compared, and the change; nothing when that explains another verdict. */
function reasons({ outcome, observation }: Report): readonly string[] {
  const { finding, steps, verdict, asker } = outcome;
  const observed = observation === null ? null : observedVerdict(observation.result);
  if (finding === null || (observed !== null && observed !== verdict)) return [];
  const tense = observation === null ? 'would' : 'did';
  const step = steps.find(({ result }) => result === 'failed');
  const { change, why } = findingWords(finding, tense, asker);
  if (step === undefined) return [`**Why:** ${why}`, `**What to change:** ${change}`];
  const { text, details = [], link } = stepWords(step, tense, finding, asker);
  const compared = details.map(({ label, value }) => `- ${label}: ${value}`).join('\n');
  return [
    `**Failed step:** ${text} ([${link.label}](${link.href}))`,
    ...(compared === '' ? [] : [compared]),
    `**Why:** ${why}`,
    `**What to change:** ${change}`,
  ];
}

const rawText = ({ request, response }: Crossing): string =>
  `${requestText(request)}\n\n${response === null ? '(no answer)' : responseText(response)}`;

const requestText = ({ method, url, headers, body }: WireRequest): string =>
  message(`${method} ${url}`, headers, body ?? '');

const responseText = ({ status, statusText, headers, body }: WireResponse): string =>
  message(`HTTP/1.1 ${status} ${statusText}`.trimEnd(), headers, body);

const message = (first: string, headers: readonly HeaderLine[], body: string): string =>
  [first, ...headers.map(([name, value]) => `${name}: ${value}`), ...(body === '' ? [] : ['', body])].join('\n');

/** A code block whose fence is longer than any run of backticks within. */
function fence(language: string, code: string): string {
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  const marks = '`'.repeat(longest + 1);
  return `${marks}${language}\n${code}\n${marks}`;
}

/** Text that a person typed, so that Markdown shows it as it is. */
const escaped = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
    .replace(/^([-+=]+|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));

/** The same over several lines, which stay lines. */
const paragraph = (text: string): string =>
  text
    .trim()
    .split(/\s*\n\s*/)
    .map(escaped)
    .join('\\\n');

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
