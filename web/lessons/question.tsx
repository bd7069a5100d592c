import { ArrowRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import {
  type Answer,
  answer,
  asObserved,
  callCode,
  conditionText,
  endpointUrl,
  type FetchCall,
  getHeader,
  type HeaderLine,
  isMet,
  type Lesson,
  type LessonId,
  type Observation,
  type Origins,
  originNames,
  pageOf,
  type Question,
  resolveOrigins,
  toFetchCall,
  type WireRequest,
} from '#cors';
import { endpointId } from '../endpoint.ts';
import { focusRun, RunButton } from '../sheet/run-button.tsx';
import { useOrigins } from '../shell/origins.tsx';
import { Button, QuietButton } from '../ui/button.tsx';
import { bringIntoView } from '../ui/into-view.ts';
import { Rich } from '../ui/rich.tsx';
import { useCurrentRuns } from '../view/use-view.ts';
import { Paragraphs } from './paragraphs.tsx';
import { useProgress } from './progress.ts';
import { useWhenRun } from './use-when-run.ts';

/** Which choice one expects, or that one only wants to see; null while nothing is said. */
export type Guess = number | 'none' | null;

function Code({ title, text }: { title: string; text: string }) {
  return (
    <figure className="mt-3">
      <figcaption className="mb-1 text-ink-2">{title}</figcaption>
      <pre className="overflow-x-auto rounded-control border border-line bg-surface px-3 py-2.5 leading-5 whitespace-pre-wrap wrap-anywhere">
        {text}
      </pre>
    </figure>
  );
}

const preflightOf = ({ url, method, headers }: FetchCall, origin: string): WireRequest => ({
  method: 'OPTIONS',
  url,
  headers: [
    ['Origin', origin],
    ['Access-Control-Request-Method', method],
    ...(headers.length > 0
      ? [['Access-Control-Request-Headers', headers.map(([name]) => name.toLowerCase()).join()] as const]
      : []),
  ],
  body: null,
});

/** A header's value that depends on who asks, in words: an answer to one of them would not be the others' answer. */
const forWhoeverAsks = (value: string): string =>
  value
    .replace('{origin}', '(the origin that asks)')
    .replace(
      /\{origin in ([^{}]*)\}/,
      (_, listed: string) =>
        `(the origin that asks, if it is ${new Intl.ListFormat('en', { type: 'disjunction' }).format(listed.split(' '))})`,
    );

/** The requests as code, and what the server has to say to the one in question. */
function Given({ question: { scenario, shown } }: { question: Question }) {
  const origins = useOrigins();
  const { plan, requests } = scenario;
  const calls = requests.map((request) => toFetchCall(request, origins, endpointId));
  const call = calls[shown];
  if (!call) return null;
  const asks: HeaderLine = ['Origin', pageOf(call, origins)];
  const inWords = (given: Answer): Answer => ({
    ...given,
    headers: given.headers.map(([name, value]) => [name, forWhoeverAsks(resolveOrigins(value, origins))]),
  });
  const told = { ...plan, preflight: inWords(plan.preflight), response: inWords(plan.response) };
  const said = (to: WireRequest, { headers: planned }: Answer) => {
    const { status, statusText, headers, body } = answer(told, to, origins);
    // Not what every answer of this playground's server has.
    const lines = headers.filter(
      ([name]) => /^(set-cookie|location)$/i.test(name) || getHeader(planned, name) !== null,
    );
    return [
      `${status} ${statusText}`,
      ...lines.map(([name, value]) => `${name}: ${value}`),
      ...(body === '' ? [] : ['', body]),
    ];
  };
  const short = (lines: readonly string[]) =>
    originNames.reduce(
      (text, name) => text.replaceAll(endpointUrl(origins[name], endpointId, ''), origins[name]),
      lines.join('\n'),
    );
  return (
    <>
      <Code title="What is asked" text={short(calls.map(callCode))} />
      {plan.preflight.headers.length > 0 && (
        <Code
          title="What the server answers a preflight"
          text={short(said(preflightOf(call, asks[1]), plan.preflight))}
        />
      )}
      <Code
        title="What the server answers"
        text={short(said({ method: call.method, url: call.url, headers: [asks], body: null }, plan.response))}
      />
    </>
  );
}

function Outcome({ question, guess, observation }: { question: Question; guess: Guess; observation: Observation }) {
  const origins = useOrigins();
  const { choices, expected, why } = question;
  const happened = choices.findIndex((choice) => isMet(choice.if, observation, origins) === true);
  const verdict = guess === 'none' ? 'This is what happened.' : guess === happened ? 'You were right.' : 'Not so.';
  return (
    <div className="mt-6">
      <div role="status" className="scroll-my-6">
        <p className="font-semibold text-m">{verdict}</p>
        <p className="mt-1 text-m text-pretty [&_code]:text-[0.94em]">
          <Rich text={`Observed: ${observedText(question, happened, observation, origins)}.`} />
        </p>
      </div>
      {happened === expected && (
        <div className="mt-3">
          <Paragraphs texts={why} />
        </div>
      )}
    </div>
  );
}

/** The choice that came true, or what came instead of them all. */
function observedText({ choices }: Question, happened: number, observation: Observation, origins: Origins): string {
  const [first] = choices;
  const chosen = choices[happened];
  const observed = chosen?.if ?? (first && asObserved(first.if, observation, origins));
  const text = observed ? conditionText(observed) : 'the server no longer has its record of it';
  return resolveOrigins(`${text.charAt(0).toLowerCase()}${text.slice(1)}`, origins);
}

interface QuestionPartProps {
  readonly lesson: Lesson<LessonId>;
  readonly guess: Guess;
  readonly onGuess: (guess: Guess) => void;
  readonly onDone: () => void;
}

/** What will happen? First one says it, then the browser does it. */
export function QuestionPart({ lesson: { id, question }, guess, onGuess, onDone }: QuestionPartProps) {
  const origins = useOrigins();
  const runs = useCurrentRuns();
  const observation = runs[question.shown]?.observation;
  const isRun = observation !== undefined;
  const section = useRef<HTMLElement>(null);
  useWhenRun(() => bringIntoView(section.current?.querySelector('[role=status]'), 'nearest'));
  const onlySee = () => {
    flushSync(() => onGuess('none'));
    focusRun();
  };
  useEffect(() => {
    if (isRun) useProgress.getState().questionAnswered(id);
  }, [isRun, id]);
  return (
    <section ref={section} aria-label="Question" className="pt-5">
      <Paragraphs texts={[question.text]} />
      <Given question={question} />
      <fieldset disabled={isRun} className="mt-5">
        <legend className="mb-2 font-semibold text-m">What will happen?</legend>
        <div className="flex flex-col items-start gap-2">
          {question.choices.map(({ text }, i) => (
            <button
              key={text}
              type="button"
              aria-pressed={guess === i}
              onClick={() => onGuess(i)}
              className="min-h-9 rounded-control border border-edge px-3 py-1.5 text-left font-medium enabled:hover:bg-line aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-canvas"
            >
              <Rich text={resolveOrigins(text, origins)} />
            </button>
          ))}
          {guess === null && (
            <QuietButton onClick={onlySee} className="-ml-2">
              I only want to see it
            </QuietButton>
          )}
        </div>
      </fieldset>
      {guess !== null && (
        <div className="mt-5 flex items-center gap-3">
          <RunButton className="h-[38px] w-[116px]" />
        </div>
      )}
      {observation && guess !== null && (
        <>
          <Outcome question={question} guess={guess} observation={observation} />
          <Button onClick={onDone} className="mt-5">
            To the exercise
            <ArrowRight size={16} strokeWidth={1.5} aria-hidden />
          </Button>
        </>
      )}
    </section>
  );
}
