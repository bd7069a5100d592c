import {
  type HeaderLine,
  headerNameProblem,
  headerValueProblem,
  resolveOrigins,
  suggestHeaderName,
  symbolizeOrigins,
} from '#cors';
import { useOrigins } from '../shell/origins.tsx';
import { type AnswerName, useScenario } from '../state/scenario.ts';
import { HeaderRows, type HeaderRules } from '../ui/header-rows.tsx';
import { corsHeaders, hasSwitch, sameName } from './cors-headers.ts';
import { preflightHeaderNames, responseHeaderNames, responseHeaderValues } from './known-headers.ts';

const common = {
  nameProblem: headerNameProblem,
  valueProblem: headerValueProblem,
  // A name that has a switch moves up there, which must not happen while it is being typed.
  namesCount: 'leaving',
  valuesFor: responseHeaderValues,
  note: (name: string) => {
    const meant = suggestHeaderName(name, 'response');
    return meant ? ({ tone: 'warn', text: 'Not a CORS header.', meant } as const) : null;
  },
} as const;
const rules: Record<AnswerName, HeaderRules> = {
  preflight: { ...common, names: preflightHeaderNames },
  response: { ...common, names: responseHeaderNames },
};

/** A line that moved up to its switch took its field along: the keyboard goes on there. */
function followTo(answer: AnswerName, name: string) {
  const header = corsHeaders[answer].find((each) => sameName(each.name, name));
  if (!header) return;
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>(`[aria-label="Value of ${header.name}"]`)?.focus();
  });
}

/** All lines of an answer that have no switch. */
export function OtherHeaders({ answer, lines }: { answer: AnswerName; lines: readonly HeaderLine[] }) {
  const origins = useOrigins();
  const { headerLinesEdited } = useScenario.getState();
  const rows = lines
    .map(([name, value], index) => ({ index, line: [name, resolveOrigins(value, origins)] as const }))
    .filter(({ line }) => !hasSwitch(answer, line[0]));
  return (
    <HeaderRows
      rows={rows}
      rules={rules[answer]}
      onEdited={(index, [name, value]) => {
        headerLinesEdited(answer, (all) => all.with(index, [name, symbolizeOrigins(value, origins)]));
        followTo(answer, name);
      }}
      onAdded={(line) => {
        headerLinesEdited(answer, (all) => [...all, line]);
        followTo(answer, line[0]);
      }}
      onRemoved={(index) => headerLinesEdited(answer, (all) => all.toSpliced(index, 1))}
    />
  );
}
