import { answer, type Scenario, type ScenarioRequest } from '#cors';
import { type Circumstances, type Prediction, predictBy } from './view.ts';

/** What the rules say will happen when this request meets this scenario's plan. */
export const predict = (scenario: Scenario, request: ScenarioRequest, at: Circumstances): Prediction =>
  predictBy(answer, scenario, request, at);
