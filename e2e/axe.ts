import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from '@playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds fault with, and whether it has looked at anything much. */
export async function axe(page: Page | Frame) {
  await page.evaluate(source);
  return await page.evaluate(async () => {
    const { violations, passes } = await Reflect.get(window, 'axe').run();
    const found = violations.map(
      ({ id, nodes }: { id: string; nodes: { html: string; failureSummary: string }[] }) => ({
        id,
        nodes: nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`),
      }),
    );
    return { found, looked: passes.length > 10 };
  });
}
