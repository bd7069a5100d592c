import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { seen } from '../../cors/console/seen.fixture.ts';
import { linesNow } from './lines.ts';

// Records anew what the three browsers print.

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

const file = fileURLToPath(new URL('../../cors/console/seen.fixture.ts', import.meta.url));
const declaration = 'export const seen: readonly Seen[] = ';

const [chromium, firefox, webkit] = [
  await linesNow('chromium', 4080),
  await linesNow('firefox', 4080),
  await linesNow('webkit', 4080),
];
const records = seen.map((each, index) => ({
  ...each,
  chromium: chromium[index],
  firefox: firefox[index],
  webkit: webkit[index],
}));
const text = readFileSync(file, 'utf8');
writeFileSync(file, `${text.slice(0, text.indexOf(declaration))}${declaration}${JSON.stringify(records)};\n`);
spawnSync('npx', ['biome', 'check', '--write', file], { stdio: 'inherit' });
