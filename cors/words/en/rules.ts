import type { StepCode } from '../../steps.ts';
import type { Link } from '../language.ts';
import { links } from './text.ts';

/** The rules by their steps, apart from any one request. */
export const ruleTexts: { readonly [C in StepCode]: { readonly name: string; readonly link: Link } } = {
  'fetch-arguments': { name: 'What may be asked for at all', link: links.request },
  'may-be-fetched': { name: 'Ports, schemes and mixed content', link: links.main },
  origin: { name: 'Same origin, or another', link: links.main },
  mode: { name: 'The request’s mode', link: links.main },
  'preflight-needed': { name: 'When a preflight is needed', link: links.main },
  'preflight-cache': { name: 'When an earlier preflight serves', link: links.preflightCache },
  'preflight-cors-check': { name: 'The CORS check of a preflight', link: links.corsCheck },
  'preflight-status': { name: 'The status of a preflight', link: links.preflight },
  'preflight-lists': { name: 'Lists of methods and headers, parsed', link: links.preflight },
  'preflight-method': { name: 'Which methods are allowed', link: links.preflight },
  'preflight-headers': { name: 'Which headers are allowed', link: links.preflight },
  send: { name: 'Sending, and what is sent', link: links.http },
  'cors-check': { name: 'The CORS check of an answer', link: links.corsCheck },
  'corp-check': { name: 'Cross-Origin-Resource-Policy', link: links.corp },
  redirect: { name: 'Redirects', link: links.redirect },
  filter: { name: 'What the page may read', link: links.filtered },
  use: { name: 'What images, scripts and the like can use', link: links.elements },
};
