import { create } from 'zustand';
import {
  type Answer,
  type Api,
  defaultRequest,
  defaultScenario,
  type HeaderLine,
  type Library,
  limits,
  type Plan,
  type Scenario,
  type ScenarioRequest,
} from '#cors';

export type AnswerName = 'preflight' | 'response';
export type ServerTab = AnswerName | 'redirect';

interface ScenarioState {
  readonly scenario: Scenario;
  /** Which of the scenario's requests is being edited and shown. */
  readonly selected: number;
  /** Which part of the plan is being edited, or null until one is chosen. */
  readonly serverTab: ServerTab | null;
  /** Values of headers that were switched off, by answer and lower-case name, for switching them on again. */
  readonly putAway: Readonly<Record<string, readonly string[]>>;
  requestSelected(index: number): void;
  requestEdited(edit: Partial<ScenarioRequest>): void;
  /** `response` is what the server answers from then on. */
  apiChosen(api: Api, response: Answer): void;
  requestAdded(): void;
  requestDuplicated(): void;
  requestRemoved(index: number): void;
  answerEdited(name: AnswerName, edit: Partial<Answer>): void;
  headerLinesEdited(name: AnswerName, edit: (lines: readonly HeaderLine[]) => readonly HeaderLine[]): void;
  /** On takes up the values it had before, or else `suggestion`. Off puts its lines away. */
  headerSwitched(name: AnswerName, header: string, on: boolean, suggestion: string): void;
  serverTabChosen(tab: ServerTab): void;
  libraryChosen(library: Library | null): void;
  planReplaced(plan: Plan): void;
  titleEdited(title: string): void;
  expectEdited(expect: string): void;
  scenarioOpened(scenario: Scenario, selected?: number): void;
}

export const useScenario = create<ScenarioState>()((set) => {
  const edit = (change: (scenario: Scenario, selected: number) => Partial<Scenario>) =>
    set(({ scenario, selected }) => ({ scenario: { ...scenario, ...change(scenario, selected) } }));
  // What the first visit's title says, and what was seen, holds until anything that it speaks of is edited.
  const edited = (scenario: Scenario): Scenario => ({
    ...scenario,
    title: scenario.title === defaultScenario.title ? '' : scenario.title,
    seen: null,
  });
  const editMatter = (change: (scenario: Scenario, selected: number) => Partial<Scenario>) =>
    edit((scenario, selected) => edited({ ...scenario, ...change(scenario, selected) }));
  const insert = (choose: (selected: ScenarioRequest) => ScenarioRequest) =>
    set(({ scenario, selected }) => {
      if (scenario.requests.length >= limits.requests) return {};
      const added = choose(scenario.requests[selected] ?? defaultRequest);
      const requests = scenario.requests.toSpliced(selected + 1, 0, added);
      return { scenario: edited({ ...scenario, requests }), selected: selected + 1 };
    });
  const editAnswer = (name: AnswerName, change: (answer: Answer) => Partial<Answer>) =>
    editMatter(({ plan }) => ({ plan: { ...plan, [name]: { ...plan[name], ...change(plan[name]) } } }));
  const requestChanged = ({ requests }: Scenario, selected: number, change: Partial<ScenarioRequest>) =>
    requests.map((request, i) => (i === selected ? { ...request, ...change } : request));
  return {
    scenario: defaultScenario,
    selected: 0,
    serverTab: null,
    putAway: {},
    requestSelected: (selected) => set({ selected }),
    requestEdited: (change) =>
      editMatter((scenario, selected) => ({ requests: requestChanged(scenario, selected, change) })),
    apiChosen: (api, response) =>
      editMatter((scenario, selected) => {
        const { plan } = scenario;
        return {
          requests: requestChanged(scenario, selected, { api }),
          ...(response === plan.response ? {} : { plan: { ...plan, response } }),
        };
      }),
    requestAdded: () => insert(({ target }) => ({ ...defaultRequest, target })),
    // A copy of its own: two requests that are the same object would share their runs.
    requestDuplicated: () => insert((copied) => ({ ...copied })),
    requestRemoved: (index) =>
      set(({ scenario, selected }) => {
        const requests = scenario.requests.toSpliced(index, 1);
        if (requests.length === 0) return {};
        const next = selected > index || selected === requests.length ? selected - 1 : selected;
        return { scenario: { ...scenario, requests, seen: null }, selected: next };
      }),
    answerEdited: (name, change) => editAnswer(name, () => change),
    headerLinesEdited: (name, change) => editAnswer(name, ({ headers }) => ({ headers: change(headers) })),
    headerSwitched: (name, header, on, suggestion) => {
      const key = `${name} ${header.toLowerCase()}`;
      const isIt = ([n]: HeaderLine) => n.toLowerCase() === header.toLowerCase();
      set(({ scenario, putAway }) => {
        const { headers } = scenario.plan[name];
        const values = on ? (putAway[key] ?? [suggestion]) : [];
        const lines = [...headers.filter((line) => !isIt(line)), ...values.map((value): HeaderLine => [header, value])];
        const plan = { ...scenario.plan, [name]: { ...scenario.plan[name], headers: lines } };
        const put = on ? putAway : { ...putAway, [key]: headers.filter(isIt).map(([, value]) => value) };
        return { scenario: edited({ ...scenario, plan }), putAway: put };
      });
    },
    serverTabChosen: (serverTab) => set({ serverTab }),
    libraryChosen: (library) => editMatter(({ plan }) => ({ plan: { ...plan, library } })),
    planReplaced: (plan) => editMatter(() => ({ plan })),
    titleEdited: (title) => edit(() => ({ title })),
    expectEdited: (expect) => edit(() => ({ expect })),
    scenarioOpened: (scenario, selected = 0) => set({ scenario, selected, serverTab: null, putAway: {} }),
  };
});

/** The request being edited. A scenario always has at least one. */
export const useSelectedRequest = () =>
  useScenario(({ scenario, selected }) => scenario.requests[selected] ?? scenario.requests[0] ?? defaultRequest);
