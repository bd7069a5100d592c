import { create } from 'zustand';
import {
  type Answer,
  defaultRequest,
  defaultScenario,
  type HeaderLine,
  type Library,
  type Plan,
  type Scenario,
  type ScenarioRequest,
} from '#cors';

export type AnswerName = 'preflight' | 'response';

interface ScenarioState {
  readonly scenario: Scenario;
  /** Which of the scenario's requests is being edited and shown. */
  readonly selected: number;
  requestSelected(index: number): void;
  requestEdited(edit: Partial<ScenarioRequest>): void;
  requestAdded(): void;
  requestRemoved(index: number): void;
  answerEdited(name: AnswerName, edit: Partial<Answer>): void;
  headerLinesEdited(name: AnswerName, edit: (lines: readonly HeaderLine[]) => readonly HeaderLine[]): void;
  libraryChosen(library: Library | null): void;
  planReplaced(plan: Plan): void;
  titleEdited(title: string): void;
  expectEdited(expect: string): void;
  scenarioOpened(scenario: Scenario, selected?: number): void;
}

export const useScenario = create<ScenarioState>()((set) => {
  const edit = (change: (scenario: Scenario, selected: number) => Partial<Scenario>) =>
    set(({ scenario, selected }) => ({ scenario: { ...scenario, ...change(scenario, selected) } }));
  const editAnswer = (name: AnswerName, change: (answer: Answer) => Partial<Answer>) =>
    edit(({ plan }) => ({ plan: { ...plan, [name]: { ...plan[name], ...change(plan[name]) } } }));
  return {
    scenario: defaultScenario,
    selected: 0,
    requestSelected: (selected) => set({ selected }),
    requestEdited: (change) =>
      edit(({ requests }, selected) => ({
        requests: requests.map((request, i) => (i === selected ? { ...request, ...change } : request)),
      })),
    requestAdded: () =>
      set(({ scenario, selected }) => {
        const copied = scenario.requests[selected] ?? defaultRequest;
        const requests = scenario.requests.toSpliced(selected + 1, 0, copied);
        return { scenario: { ...scenario, requests }, selected: selected + 1 };
      }),
    requestRemoved: (index) =>
      set(({ scenario, selected }) => {
        const requests = scenario.requests.toSpliced(index, 1);
        if (requests.length === 0) return {};
        const next = selected > index || selected === requests.length ? selected - 1 : selected;
        return { scenario: { ...scenario, requests }, selected: next };
      }),
    answerEdited: (name, change) => editAnswer(name, () => change),
    headerLinesEdited: (name, change) => editAnswer(name, ({ headers }) => ({ headers: change(headers) })),
    libraryChosen: (library) => edit(({ plan }) => ({ plan: { ...plan, library } })),
    planReplaced: (plan) => edit(() => ({ plan })),
    titleEdited: (title) => edit(() => ({ title })),
    expectEdited: (expect) => edit(() => ({ expect })),
    scenarioOpened: (scenario, selected = 0) => set({ scenario, selected }),
  };
});

/** The request being edited. A scenario always has at least one. */
export const useSelectedRequest = () =>
  useScenario(({ scenario, selected }) => scenario.requests[selected] ?? scenario.requests[0] ?? defaultRequest);
