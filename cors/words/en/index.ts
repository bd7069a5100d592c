import type { Language } from '../language.ts';
import { facts } from './facts.ts';
import { findings } from './findings.ts';
import { steps } from './steps.ts';
import { verdict } from './verdict.ts';

export const english: Language = { findings, steps, verdict, facts };
