import { type Api, withSampleFor } from '#cors';
import { useScenario } from '../state/scenario.ts';

/** The server goes on with it from one sample answer to another, unless it has one of its own. */
export function chooseApi(api: Api): void {
  const { scenario, apiChosen } = useScenario.getState();
  apiChosen(api, withSampleFor(api, scenario.plan.response));
}
