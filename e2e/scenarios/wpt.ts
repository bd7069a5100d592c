import { wptOrigins } from './wpt-origins.ts';
import { wptPreflights } from './wpt-preflights.ts';
import { wptRedirects } from './wpt-redirects.ts';
import { wptRequests } from './wpt-requests.ts';
import { wptResponses } from './wpt-responses.ts';
import { wptXhr } from './wpt-xhr.ts';
import { wptXhrRedirects } from './wpt-xhr-redirects.ts';

/** What the web platform tests assert, and no other case does: docs/conformance.md says which covers what. */
export const wpt = {
  'wpt origins': wptOrigins,
  'wpt requests': wptRequests,
  'wpt preflights': wptPreflights,
  'wpt responses': wptResponses,
  'wpt redirects': wptRedirects,
  'wpt xhr': wptXhr,
  'wpt xhr redirects': wptXhrRedirects,
};
