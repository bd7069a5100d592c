import {
  causeGroups,
  findCause,
  findLesson,
  gallery,
  glossary,
  type Link,
  lessons,
  type Origins,
  printsOf,
  realBrowsers,
  relatedTerms,
  resolveOrigins,
  termOf,
} from '#cors';

/** What a page says, for search engines, readers and browsers that run no script. `html` is its main content. */
export interface PageText {
  readonly title: string;
  readonly description: string;
  readonly html: string;
}

// Console lines name the endpoint; whoever reads them here has none yet.
const someEndpoint = 'xxxxxxxxxxxxxxxx';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character] ?? '');
const withoutMarks = (text: string): string => text.replaceAll('`', '');

/** Backticks mark code. */
const rich = (text: string): string =>
  text
    .split('`')
    .map((part, i) => (i % 2 === 1 ? `<code>${escaped(part)}</code>` : escaped(part)))
    .join('');
const paragraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${rich(text)}</p>`).join('');
const anchor = (href: string, text: string): string => `<a href="${escaped(href)}">${rich(text)}</a>`;
const links = (list: readonly Link[]): string =>
  `<ul>${list.map(({ href, label }) => `<li>${anchor(href, label)}</li>`).join('')}</ul>`;

function causeText(id: string, origins: Origins): PageText | null {
  const cause = findCause(id);
  if (!cause) return null;
  const consoles = realBrowsers.map((browser) => {
    const lines = printsOf(cause, origins, someEndpoint, browser);
    const name = browser === 'webkit' ? 'Safari' : browser === 'firefox' ? 'Firefox' : 'Chromium';
    const said = lines.map(({ text }) => `<pre>${escaped(text)}</pre>`).join('') || '<p>nothing</p>';
    return `<h3>${name}</h3>${said}`;
  });
  return {
    title: cause.title,
    description: withoutMarks(cause.symptom),
    html: [
      `<p>${anchor('/gallery', 'Gallery')}: ${causeGroups[cause.group]}</p><h1>${escaped(cause.title)}</h1>`,
      paragraphs([cause.symptom]),
      `<h2>What the console says</h2>${consoles.join('')}`,
      `<h2>What is really wrong</h2>${paragraphs(cause.wrong)}`,
      `<h2>The fix</h2>${paragraphs(cause.fix)}`,
      `<h2>Sources</h2>${links(cause.sources)}`,
    ].join(''),
  };
}

function galleryText(): PageText {
  const groups = Object.entries(causeGroups).map(([group, name]) => {
    const causes = gallery.filter((cause) => cause.group === group);
    const items = causes.map(
      ({ id, title, symptom }) => `<li>${anchor(`/gallery/${id}`, title)}<br>${rich(symptom)}</li>`,
    );
    return `<h2>${name}</h2><ul>${items.join('')}</ul>`;
  });
  return {
    title: 'Why requests fail',
    description: `${gallery.length} real causes of “blocked by CORS policy”, each with the console’s words, what is wrong, and a fix to try.`,
    html: `<h1>Why requests fail</h1>${groups.join('')}`,
  };
}

function glossaryText(): PageText {
  const entries = glossary.map((entry) => {
    const { id, term, sentence, more, lesson, link } = entry;
    const related = relatedTerms(entry).map((other) => anchor(`#${other}`, termOf(other).term));
    const besides = [anchor(`/lessons/${lesson}`, 'Lesson'), anchor(link.href, link.label), ...related];
    return `<dt id="${id}">${rich(term)}</dt><dd>${paragraphs([sentence, ...(more ? [more] : [])])}${besides.join(', ')}</dd>`;
  });
  return {
    title: 'Glossary',
    description: 'The words of CORS, each in one sentence.',
    html: `<h1>The words of CORS</h1><dl>${entries.join('')}</dl>`,
  };
}

function lessonText(id: string, origins: Origins): PageText | null {
  const lesson = findLesson(id);
  if (!lesson) return null;
  const { title, text, question, exercise } = lesson;
  const said = (texts: readonly string[]) => paragraphs(texts.map((each) => resolveOrigins(each, origins)));
  const choices = question.choices.map((choice) => `<li>${rich(resolveOrigins(choice.text, origins))}</li>`);
  return {
    title,
    description: withoutMarks(resolveOrigins(text[0] ?? '', origins)),
    html: [
      `<p>${anchor('/lessons', 'Lessons')}</p><h1>${escaped(title)}</h1>${said(text)}`,
      `<h2>What will happen?</h2>${said([question.text])}<ul>${choices.join('')}</ul>`,
      `<h2>Exercise</h2>${said([exercise.goal])}`,
    ].join(''),
  };
}

function lessonsText(): PageText {
  const items = lessons.map(({ id, title }) => `<li>${anchor(`/lessons/${id}`, title)}</li>`);
  const title = `CORS in ${lessons.length} short lessons`;
  return {
    title,
    description: 'Each has a little to read, a question to answer before you see it happen, and an exercise.',
    html: `<h1>${title}</h1><ol>${items.join('')}</ol>`,
  };
}

/** The text of the page at this path, or null when it has none of its own. */
export function textOf(path: string, origins: Origins): PageText | null {
  const [, page, id] = path.split('/');
  if (page === 'gallery') return id ? causeText(id, origins) : galleryText();
  if (page === 'lessons') return id ? lessonText(id, origins) : lessonsText();
  return page === 'glossary' ? glossaryText() : null;
}

/** The page's document with this text in it, which the page's script replaces by the page itself. */
export const withText = (document: string, { title, description, html }: PageText): string =>
  document
    .replace(/<title>.*?<\/title>/s, () => `<title>${escaped(title)}, in Preflight</title>`)
    .replace(/(<meta name="description" content=")[^"]*/, (_, start) => start + escaped(description))
    .replace(/<div id="root"><\/div>/, () => `<div id="root"><main class="plain-text">${html}</main></div>`);
