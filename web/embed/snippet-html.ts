/** Pixels: the verdict and Run are in sight at any width from 320, and on wide screens most of the wire. */
const height = 560;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/**
 * HTML that shows a scenario in a page of any origin. `site` is this deployment's origin, `link` what stands after `#`
 * in its links.
 */
export const embedHtml = (site: string, link: string, title: string): string =>
  `<iframe src="${site}/?embed#${link}" title="${escaped(title)}" width="100%" height="${height}" loading="lazy" style="box-sizing: border-box; border: 1px solid #868f8a"></iframe>`;
