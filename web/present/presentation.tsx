import { ChevronLeft, ChevronRight, Keyboard, Maximize, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { ownBrowser } from '../own-browser.ts';
import { RunsWhole } from '../run/use-run-selected.ts';
import type { Arrow } from '../sheet/arrows.ts';
import { Stage } from '../sheet/stage.tsx';
import { wireOf } from '../sheet/wire.ts';
import { Logo } from '../shell/logo.tsx';
import { keepRunsHere } from '../state/runs.ts';
import { IconButton, QuietButton } from '../ui/button.tsx';
import type { View } from '../view/view.ts';
import { KeysDialog } from './keys.tsx';
import { Question } from './question.tsx';
import { Answers, Asks } from './sides.tsx';
import type { Slide, Unreadable } from './slides.ts';
import { usePresentation } from './use-presentation.ts';

keepRunsHere();

const unreadable = {
  version: 'The link of this slide was made by another version of Preflight, maybe a newer one.',
  broken: 'The link of this slide is damaged. A part of it may have been lost in copying.',
  empty: 'There is no link for this slide.',
};

/** Slides for a projector, one thing at a time. */
export function Presentation({ slides }: { slides: readonly (Slide | Unreadable)[] }) {
  return (
    <RunsWhole value={true}>
      <Slides slides={slides} />
    </RunsWhole>
  );
}

function Slides({ slides }: { slides: readonly (Slide | Unreadable)[] }) {
  const { at, slide, view, sent, step, end, nothingCame, actions, keysShown, hideKeys } = usePresentation(slides);
  const good = slide && 'scenario' in slide ? slide : null;
  const title = good?.title ?? 'A slide that cannot be read';
  const newest = useRef<HTMLDivElement>(null);
  useEffect(() => {
    document.title = `${title}, in Preflight`;
  }, [title]);
  useEffect(() => {
    if (step === 0) scrollTo({ top: 0 });
    const seen = step === end ? '.verdict' : '.wire li:last-child';
    newest.current?.querySelector(seen)?.scrollIntoView({ block: 'nearest' });
  }, [step, end]);
  const whole = nothingCame || step === end;
  return (
    <div className="present">
      <header className="present-top">
        <a href="/present" className="present-brand flex items-center gap-2.5 font-semibold">
          <Logo />
          <span className="max-[1100px]:sr-only">Preflight</span>
        </a>
        <h1 className="truncate font-medium max-[1100px]:line-clamp-2 max-[1100px]:whitespace-normal" title={title}>
          {title}
        </h1>
        <nav aria-label="Presentation" className="present-nav">
          <IconButton label="Back" onClick={actions.back}>
            <ChevronLeft size={22} strokeWidth={1.5} aria-hidden />
          </IconButton>
          <span className="whitespace-nowrap tabular-nums">
            {at + 1} of {slides.length}
          </span>
          <IconButton label="Next" onClick={actions.forward}>
            <ChevronRight size={22} strokeWidth={1.5} aria-hidden />
          </IconButton>
          <QuietButton onClick={actions.reveal}>Verdict</QuietButton>
          <IconButton label="Full screen" onClick={actions.fullScreen}>
            <Maximize size={20} strokeWidth={1.5} aria-hidden />
          </IconButton>
          <IconButton label="Keys" onClick={actions.keys}>
            <Keyboard size={20} strokeWidth={1.5} aria-hidden />
          </IconButton>
          <IconButton label="Leave" onClick={actions.leave}>
            <X size={20} strokeWidth={1.5} aria-hidden />
          </IconButton>
        </nav>
      </header>
      {good && view ? (
        <main className="present-main">
          <Asks call={view.call} />
          <div ref={newest} className="sheet present-sheet">
            <p className="present-band max-[600px]:hidden">
              <span className="text-ink-2">Browser</span> <b>{ownBrowser.label}</b>
            </p>
            {whole ? (
              <Stage requests={false} folded />
            ) : (
              <Question view={view} text={good.text} sent={sent} step={step} />
            )}
          </div>
          <Answers view={view} />
        </main>
      ) : (
        <main className="present-sheet">
          {slide && 'reason' in slide && (
            <p role="alert" className="px-(--pad) py-9 text-m">
              {unreadable[slide.reason]}
            </p>
          )}
        </main>
      )}
      <Told>{`${at + 1} of ${slides.length}: ${title}`}</Told>
      <Told>{view && !whole && step > 0 ? arrowText(view, step) : ''}</Told>
      {keysShown && <KeysDialog onClose={hideKeys} />}
    </div>
  );
}

/** For whoever hears the page instead of seeing it. */
const Told = ({ children }: { children: ReactNode }) => (
  <p role="status" className="sr-only">
    {children}
  </p>
);

const directions: Record<Arrow['kind'], string> = {
  call: 'Page to browser',
  'to-server': 'Browser to server',
  'to-browser': 'Server to browser',
  result: 'Browser to page',
  unknown: '',
};

function arrowText(view: View, step: number): string {
  const arrow = wireOf(view).arrows[step - 1];
  return arrow ? `${directions[arrow.kind]}: ${[arrow.label, arrow.note].filter(Boolean).join(', ')}` : '';
}
