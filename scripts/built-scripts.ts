import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const built = 'dist/web';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

/** What the playground needs to paint its first prediction, by the names that the build's manifest has for them. */
export const toPrediction = ['index.html', 'web/app.tsx'];

/** The scripts of these entries of the build and of all that they import, each once; not what they load later. */
export function scriptsOf(entries: readonly string[]): readonly Buffer[] {
  const chunks: Readonly<Record<string, Chunk>> = JSON.parse(readFileSync(`${built}/.vite/manifest.json`, 'utf8'));
  const files = new Set<string>();
  const add = (name: string) => {
    const chunk = chunks[name];
    if (!chunk) throw new Error(`The build has no chunk ${name}`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach(add);
  };
  entries.forEach(add);
  return [...files].map((file) => readFileSync(`${built}/${file}`));
}

/** What they come to in bytes, each compressed by itself as it is sent. */
export const gzipBytes = (scripts: readonly Buffer[]): number =>
  scripts.reduce((sum, script) => sum + gzipSync(script, { level: 9 }).length, 0);
