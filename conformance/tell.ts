import type { CaseDisagreement, ConformanceReport } from '#cors';

/** Whether every case was played and is as predicted. */
export function isClean({ ended, wanted, cases }: ConformanceReport): boolean {
  return ended === 'all' && cases.agreed === wanted && cases.disagreed + cases.unclear === 0;
}

/** What a run has shown, as text. */
export function told(report: ConformanceReport): string {
  const { cases, duration, ended, problem, disagreements, wanted } = report;
  const played = cases.agreed + cases.disagreed + cases.unclear;
  const seconds = duration / 1000;
  const lines = [
    `  ${cases.agreed} agree, ${cases.disagreed} disagree, ${cases.unclear} unclear, in ${seconds.toFixed(1)} s (${Math.round(played / seconds)} a second)`,
  ];
  if (ended !== 'all')
    lines.push(`  It ended before its time (${problem ?? ended}): ${played} of ${wanted} cases were played.`);
  return [...lines, ...disagreements.map(toldDisagreement)].join('\n');
}

function toldDisagreement({ number, differences, scenario, link, shrunk }: CaseDisagreement): string {
  const told = differences.map(
    ({ request, what, predicted, observed }) =>
      `  request ${request + 1}, ${what}\n    predicted ${indented(predicted)}\n    observed  ${indented(observed)}`,
  );
  const which = shrunk === null ? 'The whole case' : 'The least that still disagrees';
  const least = shrunk ?? { scenario, link };
  return [
    `\n  Case ${number} disagrees`,
    ...told,
    `  ${which}: ${JSON.stringify(least.scenario)}`,
    `  ${atHome(least.link)}`,
  ].join('\n');
}

/** The servers of this run are gone by then, so that it is opened where `npm start` serves. */
const atHome = (link: string): string => link.replace(/^[^#]*/, 'http://localhost:4000/');

const indented = (text: string): string => text.replaceAll('\n', '\n              ');
