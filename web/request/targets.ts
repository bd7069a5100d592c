import type { OriginName } from '#cors';

/** What each origin of a deployment is to the page. */
export const relation: Record<OriginName, { readonly short: string; readonly long: string }> = {
  page: { short: 'this page’s own', long: 'this page’s own origin, so CORS does not apply' },
  'same-site': { short: 'same site', long: 'another origin on the same site' },
  'cross-site': { short: 'another site', long: 'another origin on another site, so SameSite cookies stay behind' },
  second: { short: 'a second server', long: 'another origin on the same site, and a server of its own' },
};
