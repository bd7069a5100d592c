import type { FetchCall } from '../outcome.ts';
import type { Seen } from '../scenario.ts';
import { keptCallCode, quote } from './call-code.ts';
import { type Case, caseTitle } from './reproduction-case.ts';

/** `page.html`: makes the very call, and says what JavaScript was told. */
export function pageFile(made: Case): string {
  const { scenario, call } = made;
  const title = caseTitle(made);
  const expected = scenario.expect.trim();
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<link rel="icon" href="data:,">
<title>${text(title)}</title>
<h1>${text(title)}</h1>
${expected === '' ? '' : `<p>Expected: ${text(expected)}</p>\n`}${scenario.seen === null ? '' : `<p>Happened: ${text(happened(scenario.seen))}</p>\n`}<button onclick="location.reload()">Run again</button>
<pre><output>Waiting …</output></pre>
<script>
${inScript(script(call))}
</script>
`;
}

const happened = ({ verdict, browser, code }: Seen): string =>
  `${verdict}${browser === '' ? '' : ` in ${browser}`}${code === '' ? '' : ` (${code})`}.`;

const text = (plain: string): string => plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Nothing in a script's strings may end it: https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements */
const inScript = (code: string): string => code.replace(/<(?=\/script|script|!--)/gi, '\\x3C');

const indented = (code: string): string => code.replace(/^(?=.)/gm, '  ');

function script(call: FetchCall): string {
  const ask = `async function ask() {\n${indented(asking[call.api](call))}\n}\n`;
  const show = "const show = (told) => {\n  document.querySelector('output').textContent = told;\n};";
  if (call.context !== 'worker') return `${ask}\n${show}\nask().then(show, (error) => show(\`Blocked: \${error}\`));`;
  return `// Its text is the worker's script.
${ask}
const script = \`(\${ask})().then(postMessage, (error) => postMessage('Blocked: ' + error));\`;
const worker = new Worker(URL.createObjectURL(new Blob([script])));

${show}
worker.onmessage = ({ data }) => show(data);`;
}

const onceLoaded = (what: string): string => `await new Promise((resolve, reject) => {
  ${what}.onload = resolve;
  ${what}.onerror = () => reject('an error event');
});`;

const crossOrigin = (what: string, { mode, credentials }: FetchCall): string =>
  mode === 'no-cors' ? '' : `${what}.crossOrigin = '${credentials === 'include' ? 'use-credentials' : 'anonymous'}';\n`;

const opaque = `if (response.type.startsWith('opaque')) return 'Opaque: the type of the response is ' + response.type;
`;

/** The body of a function that gives what to show, or throws. */
const asking: Readonly<Record<FetchCall['api'], (call: FetchCall) => string>> = {
  fetch: (call) => `${keptCallCode(call)}
${call.mode === 'no-cors' || call.redirect === 'manual' ? opaque : ''}const headers = [...response.headers].map(([name, value]) => \`\${name}: \${value}\`);
return [\`Readable: status \${response.status}\`, ...headers, '', await response.text()].join('\\n');`,
  xhr: (call) => `${keptCallCode(call)}
${onceLoaded('xhr')}
return [\`Readable: status \${xhr.status}\`, xhr.getAllResponseHeaders(), xhr.responseText].join('\\n');`,
  'event-source': (call) => `${keptCallCode(call)}
await new Promise((resolve, reject) => {
  source.onopen = resolve;
  source.onerror = () => reject('an error event');
}).finally(() => source.close());
return 'Readable: the stream is open';`,
  image: (call) => `const image = new Image();
${crossOrigin('image', call)}image.src = ${quote(call.url)};
${onceLoaded('image')}
// An image that may not be read taints the canvas it is drawn on.
const canvas = document.createElement('canvas').getContext('2d');
canvas.drawImage(image, 0, 0);
try {
  canvas.getImageData(0, 0, 1, 1);
  return 'Readable: the canvas gives its pixels';
} catch (error) {
  return \`Opaque: \${error}\`;
}`,
  script: (call) => `const script = document.createElement('script');
${crossOrigin('script', call)}script.src = ${quote(call.url)};
// The script throws. What one is told of that shows whether it may be read.
let told = '';
addEventListener('error', ({ message }) => (told = message));
document.head.append(script);
${onceLoaded('script')}
return told === 'Script error.' ? \`Opaque: \${told}\` : \`Readable: \${told}\`;`,
  module: (call) => `const script = document.createElement('script');
script.type = 'module';
${crossOrigin('script', call)}script.src = ${quote(call.url)};
document.head.append(script);
${onceLoaded('script')}
return 'Readable: the module was loaded';`,
  font: (call) => `${keptCallCode(call)}
return 'Readable: the font was loaded';`,
  beacon: keptCallCode,
};
