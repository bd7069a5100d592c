import { ChevronDown } from 'lucide-react';
import { fixedKind, getHeader, libraries, presets } from '#cors';
import { useOrigins } from '../shell/origins.tsx';
import { type AnswerName, useScenario } from '../state/scenario.ts';
import { Prose } from '../terms/prose.tsx';
import { Group } from '../ui/group.tsx';
import { Menu } from '../ui/menu.tsx';
import { Says } from '../ui/says.tsx';
import type { View } from '../view/view.ts';
import { BehavesLike } from './behaves-like.tsx';
import type { Blame } from './blame.ts';
import { sameName } from './cors-headers.ts';
import { CorsSwitches } from './cors-switches.tsx';
import { BodyField, MoreOfAnswer } from './more-of-answer.tsx';
import { OtherHeaders } from './other-headers.tsx';
import { RawAnswer } from './raw-answer.tsx';
import { answerHere, askedBy, preflightIdle, statusCounts } from './situation.ts';
import { StatusField } from './status-field.tsx';

const statuses: Record<AnswerName, readonly number[]> = {
  preflight: [204, 200, 401, 403, 404, 405, 500],
  response: [200, 201, 204, 304, 401, 403, 404, 500, 503],
};

/** For bodies that no plan decides. */
const ownBodies = {
  script: 'A script that throws an error. The server sends no other, so that nobody’s code runs here.',
  font: 'A font of one letter. The server sends no other.',
};

interface AnswerEditorProps {
  readonly name: AnswerName;
  readonly view: View;
  readonly blame: Blame | null;
}

export function AnswerEditor({ name, view, blame }: AnswerEditorProps) {
  const origins = useOrigins();
  const plan = useScenario(({ scenario }) => scenario.plan);
  const { answerEdited, planReplaced } = useScenario.getState();
  const answer = plan[name];
  const mine = blame?.tab === name ? blame : null;
  const raw = answerHere(name, plan, view, origins);
  const fixed = fixedKind(getHeader(raw.headers, 'Content-Type') ?? '');
  const idle = name === 'preflight' ? preflightIdle(view) : null;
  const { library } = plan;
  const overruled = library && !statusCounts(name, plan, view, origins) ? library : null;
  const inAnswer = mine !== null && raw.headers.some(([header]) => sameName(header, mine.header));
  const libraryBlame = mine && (inAnswer || mine.header === 'status' ? mine.says : `No \`${mine.header}\` here`);
  return (
    <>
      {idle && (
        <p className="px-(--side) pt-4 text-pretty text-ink-2">
          <Prose text={idle} />
        </p>
      )}
      <Group title="Status">
        {overruled ? (
          <p className="border-y border-line py-2 text-ink-2">
            <code className="text-ink">
              {raw.status} {raw.statusText}
            </code>
            , from {libraries[overruled.name].label} itself
          </p>
        ) : (
          <StatusField
            label="Status"
            status={answer.status}
            usual={statuses[name]}
            from={200}
            to={599}
            blame={mine?.header === 'status' && !library ? mine.says : undefined}
            onChange={(status) => answerEdited(name, { status })}
          />
        )}
        {overruled && mine?.header === 'status' && <Says tone="block" text={mine.says} />}
      </Group>
      <Group
        title="CORS headers"
        end={
          <Menu
            label={
              <>
                Presets
                <ChevronDown size={16} strokeWidth={1.5} aria-hidden className="text-ink-3" />
              </>
            }
            items={presets}
            onChoose={(id) => {
              const preset = presets.find((each) => each.id === id);
              if (preset) planReplaced(preset.apply(plan));
            }}
          />
        }
      >
        {library ? (
          <p className="border-y border-line py-2 text-ink-2">
            Written by {libraries[library.name].label}, as configured below.
          </p>
        ) : (
          <CorsSwitches answer={name} lines={answer.headers} asked={askedBy(view, origins)} blame={mine} />
        )}
      </Group>
      <Group title="Other headers">
        <OtherHeaders answer={name} lines={answer.headers} />
        {mine?.header === 'Content-Type' && <Says tone="block" text={mine.says} />}
      </Group>
      {name === 'response' && (
        <Group title="Body">
          {fixed === null ? (
            <BodyField name={name} body={answer.body} />
          ) : (
            <p className="border-y border-line py-2 text-pretty text-ink-2">{ownBodies[fixed]}</p>
          )}
        </Group>
      )}
      <BehavesLike blame={library ? libraryBlame : null} />
      <MoreOfAnswer name={name} answer={answer} />
      <RawAnswer response={raw} />
    </>
  );
}
