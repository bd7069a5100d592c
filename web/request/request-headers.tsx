import {
  isForbiddenRequestHeader,
  resolveOrigins,
  type ScenarioRequest,
  suggestHeaderName,
  symbolizeOrigins,
} from '#cors';
import { useOrigins } from '../shell/origins.tsx';
import { useScenario } from '../state/scenario.ts';
import { HeaderRows, type HeaderRules } from '../ui/header-rows.tsx';
import { requestHeaderNames, requestHeaderValues } from './known-headers.ts';

const rules: HeaderRules = {
  // fetch() takes any text: what is wrong with it is part of the lesson.
  nameProblem: () => null,
  valueProblem: () => null,
  namesCount: 'typing',
  note: noteOn,
  names: requestHeaderNames,
  valuesFor: requestHeaderValues,
};

function noteOn(name: string, value: string): string | null {
  if (name === '') return null;
  if (isForbiddenRequestHeader(name, value)) return 'Browsers set this header themselves, and drop what a page says.';
  const answersHave = /^access-control-(?!request-)/i.test(name);
  const meant = suggestHeaderName(name, answersHave ? 'response' : 'request');
  if (meant) return `Not a header anyone knows. Did you mean \`${meant}\`?`;
  return answersHave ? 'Servers send this header in their answers. On a request it only asks for a preflight.' : null;
}

export function RequestHeaders({ request }: { request: ScenarioRequest }) {
  const origins = useOrigins();
  const requestEdited = useScenario((state) => state.requestEdited);
  const { headers } = request;
  return (
    <HeaderRows
      rows={headers.map(([name, value], index) => ({ index, line: [name, resolveOrigins(value, origins)] }))}
      rules={rules}
      onEdited={(index, [name, value]) =>
        requestEdited({ headers: headers.with(index, [name, symbolizeOrigins(value, origins)]) })
      }
      onAdded={(line) => requestEdited({ headers: [...headers, line] })}
      onRemoved={(index) => requestEdited({ headers: headers.toSpliced(index, 1) })}
    />
  );
}
