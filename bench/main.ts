import { benchPage } from './page.ts';
import { benchPredictions } from './predictions.ts';
import { printGoals } from './report.ts';
import { benchRequests } from './requests.ts';
import { benchStart } from './start.ts';

// One run, side by side, so that the figures are of the same minute of the same machine.
printGoals([...benchPredictions(), ...(await benchStart()), ...(await benchPage()), ...(await benchRequests())]);
