import type { OriginName } from '#cors';

/** What each origin of a deployment is to the page. */
export const relation: Record<OriginName, { readonly short: string; readonly long: string }> = {
  page: { short: 'This page’s own origin', long: 'this page’s own origin, so CORS does not apply' },
  'same-site': { short: 'Another origin, same site', long: 'another origin on the same site' },
  'cross-site': {
    short: 'Another origin, another site',
    long: 'another origin on another site, so SameSite cookies stay behind',
  },
  second: { short: 'A second server', long: 'another origin on the same site, and a server of its own' },
};
