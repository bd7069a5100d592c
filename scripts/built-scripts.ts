import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const built = 'dist/web';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

const chunks = (): Readonly<Record<string, Chunk>> => JSON.parse(readFileSync(`${built}/.vite/manifest.json`, 'utf8'));

function chunkOf(name: string): Chunk {
  const chunk = chunks()[name];
  if (!chunk) throw new Error(`The build has no chunk ${name}`);
  return chunk;
}

/** What the playground needs to paint its first prediction, by the names that the build's manifest has for them. */
export const toPrediction = ['index.html', 'web/app.tsx'];

/** The page that each address has, by its name in the manifest. */
export const pageEntries = (): readonly string[] => chunkOf('index.html').dynamicImports ?? [];

/** Every script of the page. */
export const allScripts = (): readonly string[] =>
  Object.values(chunks())
    .map(({ file }) => file)
    .filter((file) => file.endsWith('.js'));

export const scriptOf = (entry: string): string => chunkOf(entry).file;

/** The files of these entries and of all that they import, each once; not what they load later. */
export function scriptsOf(entries: readonly string[]): readonly string[] {
  const files = new Set<string>();
  const add = (name: string) => {
    const { file, imports } = chunkOf(name);
    if (files.has(file)) return;
    files.add(file);
    imports?.forEach(add);
  };
  entries.forEach(add);
  return [...files];
}

export const textOf = (file: string): string => readFileSync(`${built}/${file}`, 'utf8');

/** What these files come to in bytes, each compressed by itself as it is sent. */
export const gzipBytes = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(textOf(file), { level: 9 }).length, 0);
