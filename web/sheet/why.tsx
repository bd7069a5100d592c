import { ExternalLink } from 'lucide-react';
import { findingWords, type Link, type Outcome, type Step, stepWords, type Tense } from '#cors';
import { Prose } from '../terms/prose.tsx';
import { StopMark } from '../ui/icons.tsx';
import { keyed } from '../ui/keyed.ts';
import { PassMark } from '../ui/more-icons.tsx';
import { KeptUntil } from './kept-until.tsx';
import { Part } from './part.tsx';

function StandardLink({ link }: { link: Link }) {
  return (
    <a
      href={link.href}
      target="_blank"
      rel="noreferrer"
      className="inline-flex items-center gap-1 font-medium text-accent hover:underline"
    >
      {link.label}
      <ExternalLink size={14} strokeWidth={1.5} aria-label="(opens a new tab)" />
    </a>
  );
}

function Failed({ step, outcome, tense }: { step: Step; outcome: Outcome; tense: Tense }) {
  const { text, details = [], link } = stepWords(step, tense, outcome.finding, outcome.asker);
  const finding = outcome.finding && findingWords(outcome.finding, tense, outcome.asker);
  return (
    <>
      <b>
        <Prose text={text} />
      </b>
      {details.length > 0 && (
        <dl className="mt-2 mb-2.5 grid grid-cols-[80px_1fr] border-block border-l-[3px] pl-3.5">
          {details.map(({ label, value, missing }) => (
            <div key={label} className="contents">
              <dt className="text-ink-2">{label}</dt>
              <dd className={`wrap-anywhere ${missing ? 'font-semibold text-block' : ''}`}>
                <Prose text={value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {finding && (
        <p className="mt-1 mb-1.5 text-ink-2 text-pretty">
          <Prose text={finding.why} />
        </p>
      )}
      <StandardLink link={finding?.link ?? link} />
    </>
  );
}

function StepItem({ step, outcome, tense }: { step: Step; outcome: Outcome; tense: Tense }) {
  switch (step.result) {
    case 'passed':
      return (
        <li className="passed">
          <PassMark className="text-allow" />
          <span className="sr-only">Passed: </span>
          <Prose text={stepWords(step, tense, outcome.finding, outcome.asker).text} />
          {step.code === 'preflight-cache' && <KeptUntil expires={step.facts.expires} />}
        </li>
      );
    case 'failed':
      return (
        <li className="failed">
          <StopMark guess={tense === 'would'} className="text-block" />
          <span className="sr-only">Failed: </span>
          <Failed step={step} outcome={outcome} tense={tense} />
        </li>
      );
    case 'not-reached':
      return (
        <li className="not-reached flex gap-3 text-ink-3!">
          <span>
            <Prose text={stepWords(step, tense, outcome.finding, outcome.asker).text} />
          </span>
          <span className="ml-auto whitespace-nowrap">not reached</span>
        </li>
      );
  }
}

/** The standard's own steps, down to the one that failed. */
export function Why({ outcome, tense, hint }: { outcome: Outcome; tense: Tense; hint: string }) {
  const opaque =
    outcome.verdict === 'opaque' && outcome.finding ? findingWords(outcome.finding, tense, outcome.asker) : null;
  return (
    <Part title="Why" hint={hint} className="why">
      <ol className="steps">
        {keyed(outcome.steps, ({ code }) => code).map(({ key, item }) => (
          <StepItem key={key} step={item} outcome={outcome} tense={tense} />
        ))}
      </ol>
      {opaque && (
        <div className="pt-2">
          <p className="mb-1.5 text-ink-2 text-pretty">
            <Prose text={opaque.why} />
          </p>
          <StandardLink link={opaque.link} />
        </div>
      )}
    </Part>
  );
}
