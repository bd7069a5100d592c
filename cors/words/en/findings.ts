import type { FindingTexts } from '../language.ts';
import { corsFindings } from './findings-cors.ts';
import { exchangeFindings } from './findings-exchange.ts';
import { requestFindings } from './findings-request.ts';

export const findings: FindingTexts = { ...requestFindings, ...corsFindings, ...exchangeFindings };
