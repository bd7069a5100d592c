import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { build, type Rolldown } from 'vite';

/** All tests of `cors/` and all that they test as one script, which takes `require` and `file`. */
export async function bundle(): Promise<string> {
  const files = readdirSync('cors', { recursive: true, encoding: 'utf8' })
    .map((file) => `cors/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.test.ts'))
    .sort();
  const entry = files.map((file) => `file(${JSON.stringify(file)}, () => require(${JSON.stringify(resolve(file))}));`);
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'tests' ? id : undefined),
        load: (id) => (id === 'tests' ? entry.join('\n') : undefined),
      },
    ],
    build: {
      write: false,
      ssr: true,
      minify: false,
      rolldownOptions: { input: 'tests', output: { format: 'cjs' } },
    },
  });
  return (built as Rolldown.RolldownOutput).output[0].code;
}
