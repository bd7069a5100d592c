import {
  type Api,
  isForbiddenRequestHeader,
  isHeaderValue,
  isToken,
  resolveOrigins,
  type ScenarioRequest,
  suggestHeaderName,
  symbolizeOrigins,
} from '#cors';
import { useOrigins } from '../shell/origins.tsx';
import { useScenario } from '../state/scenario.ts';
import { HeaderRows, type HeaderRules, type Note } from '../ui/header-rows.tsx';
import { requestHeaderNames, requestHeaderValues } from './known-headers.ts';
import { waysToAsk } from './ways.ts';

const rulesFor = (api: Api): HeaderRules => ({
  // It takes any text: what is wrong with it is part of the lesson.
  nameProblem: () => null,
  valueProblem: () => null,
  namesCount: 'typing',
  note: (name, value) => noteOn(name, value, api),
  names: requestHeaderNames,
  valuesFor: requestHeaderValues,
});

function noteOn(name: string, value: string, api: Api): Note | null {
  const rejects = `${waysToAsk[api].label} fails before anything is sent.`;
  if (name === '') return null;
  if (!isToken(name)) return { tone: 'block', text: `No header can have this name. ${rejects}` };
  if (!isHeaderValue(value)) return { tone: 'block', text: `No header can hold a character of this value. ${rejects}` };
  if (isForbiddenRequestHeader(name, value))
    return { tone: 'warn', text: 'Browsers set this header themselves, and drop what a page says.' };
  const answersHave = /^access-control-(?!request-)/i.test(name);
  const meant = suggestHeaderName(name, answersHave ? 'response' : 'request');
  if (meant) return { tone: 'warn', text: 'Not a header anyone knows.', meant };
  return answersHave
    ? { tone: 'warn', text: 'Servers send this header in their answers. On a request it only asks for a preflight.' }
    : null;
}

export function RequestHeaders({ request }: { request: ScenarioRequest }) {
  const origins = useOrigins();
  const requestEdited = useScenario((state) => state.requestEdited);
  const { headers } = request;
  return (
    <HeaderRows
      rows={headers.map(([name, value], index) => ({ index, line: [name, resolveOrigins(value, origins)] }))}
      rules={rulesFor(request.api)}
      onEdited={(index, [name, value]) =>
        requestEdited({ headers: headers.with(index, [name, symbolizeOrigins(value, origins)]) })
      }
      onAdded={(line) => requestEdited({ headers: [...headers, line] })}
      onRemoved={(index) => requestEdited({ headers: headers.toSpliced(index, 1) })}
    />
  );
}
