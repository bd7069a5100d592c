import { useIsMutating } from '@tanstack/react-query';
import { useEffectEvent, useLayoutEffect, useState } from 'react';
import { runKey } from '../run/use-run.ts';
import { useRunFailure } from '../run/use-run-failure.ts';
import { useRunSelected } from '../run/use-run-selected.ts';
import { isUnanswered } from '../sheet/shown.ts';
import { wireOf } from '../sheet/wire.ts';
import { linkOf } from '../state/link.ts';
import { useRuns } from '../state/runs.ts';
import { useScenario } from '../state/scenario.ts';
import { useCurrentRuns, useView } from '../view/use-view.ts';
import { type Action, actionOf } from './keys.tsx';
import { type Place, stepAt, untouched } from './place.ts';
import type { Slide, Unreadable } from './slides.ts';

/** The slide that the address names, counted from 0. */
function addressed(count: number): number {
  const at = Number(new URLSearchParams(location.search).get('at') ?? 1);
  return Number.isInteger(at) && at >= 1 ? Math.min(at, count) - 1 : 0;
}

function writeAddress(at: number) {
  const { search, hash, pathname } = location;
  const query = new URLSearchParams(search);
  query.set('at', String(at + 1));
  history.replaceState(null, '', `${pathname}?${query}${hash}`);
}

/** Back to where it came from: its lesson, its list, or the playground with its only scenario. */
function wayOut(slides: readonly (Slide | Unreadable)[]): string {
  const lesson = new URLSearchParams(location.search).get('lesson');
  if (lesson !== null) return `/lessons/${lesson}`;
  const [only] = slides;
  return slides.length === 1 && only && 'scenario' in only ? linkOf(only.scenario) : `/present?edit${location.hash}`;
}

/** The id of the newest run of a slide's request, which another slide may have sent along; null when there is none. */
function lastRunOf(slide: Slide | Unreadable | undefined): string | null {
  if (!slide || !('scenario' in slide)) return null;
  const { plan, requests } = slide.scenario;
  const { runs } = useRuns.getState();
  const its = runs.find(
    (run) => run.scenario.plan === plan && run.scenario.requests[run.index] === requests[slide.index],
  );
  return its?.id ?? null;
}

function toggleFullScreen() {
  // Refused where the browser does not let this page have it; then all stays as it is.
  const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  done.catch(() => undefined);
}

/** Where a presentation is, and what moves it. Each slide is kept as it was left. */
export function usePresentation(slides: readonly (Slide | Unreadable)[]) {
  const [at, setAt] = useState(() => addressed(slides.length));
  const [places, setPlaces] = useState<Readonly<Record<number, Place>>>({});
  const [keysShown, setKeysShown] = useState(false);
  const slide = slides[at];
  const good = slide && 'scenario' in slide ? slide : null;
  useLayoutEffect(() => {
    if (good) useScenario.getState().scenarioOpened(good.scenario, good.index);
  }, [good]);

  const view = useView();
  const failure = useRunFailure();
  // All requests of the scenario have to be through before it is left: they are sent as it is on the screen.
  const isRunning = useIsMutating({ mutationKey: runKey }) > 0;
  const { run: runScenario } = useRunSelected();
  const current = useCurrentRuns()[good?.index ?? 0];
  const run = good && !isRunning ? (current?.id ?? null) : null;
  const nothingCame = failure !== null || (view !== null && isUnanswered(view));
  const end = view ? wireOf(view).arrows.length + 1 : 0;
  const step = stepAt(places[at] ?? untouched, run, end);

  const put = (place: Place) => setPlaces((all) => ({ ...all, [at]: place }));
  const go = (to: number) => {
    if (isRunning || to === at || !slides[to]) return;
    setPlaces((all) => ({ [to]: { run: lastRunOf(slides[to]), step: 0 }, ...all, [at]: { run, step } }));
    setAt(to);
    writeAddress(to);
  };
  const actions: Readonly<Record<Action, () => void>> = {
    forward: () => {
      if (!good || nothingCame || (run !== null && step >= end)) go(at + 1);
      else if (run === null) runScenario();
      else put({ run, step: step + 1 });
    },
    back: () => (step > 0 && !nothingCame ? put({ run, step: step - 1 }) : go(at - 1)),
    run: () => {
      if (!good) return;
      put({ run, step: 0 });
      runScenario();
    },
    reveal: () => {
      if (!good) return;
      put({ run: run ?? 'next', step: Number.POSITIVE_INFINITY });
      if (run === null) runScenario();
    },
    first: () => go(0),
    last: () => go(slides.length - 1),
    fullScreen: toggleFullScreen,
    leave: () => location.assign(wayOut(slides)),
    keys: () => setKeysShown(true),
  };
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const action = actionOf(event);
    if (!action) return;
    event.preventDefault();
    actions[action]();
  });
  // Before it is painted: whoever sees a slide can press a key.
  useLayoutEffect(() => {
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
  return {
    at,
    slide,
    view,
    sent: run !== null,
    step,
    end,
    nothingCame,
    actions,
    keysShown,
    hideKeys: () => setKeysShown(false),
  };
}
