import { expect, test } from 'vitest';
import { embedHtml } from './snippet-html.ts';

test('the snippet frames the embed, named by the title, whatever characters that has', () => {
  expect(embedHtml('https://cors.example', '1.abc', 'Is "R&D" <allowed>?')).toBe(
    '<iframe src="https://cors.example/?embed#1.abc" title="Is &quot;R&amp;D&quot; &lt;allowed>?" width="100%" height="560" loading="lazy" style="box-sizing: border-box; border: 1px solid #868f8a"></iframe>',
  );
});
