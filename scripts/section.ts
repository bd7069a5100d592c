/** The part of a Markdown text between `<!-- name -->` and `<!-- /name -->`, and the text with another part there. */
export function sectionOf(text: string, name: string) {
  const open = `<!-- ${name} -->\n`;
  const close = `\n<!-- /${name} -->`;
  const start = text.indexOf(open);
  const end = text.indexOf(close, start);
  if (start < 0 || end < 0) throw new Error(`There is no section ${name}`);
  return {
    content: text.slice(start + open.length, end),
    with: (content: string) => text.slice(0, start + open.length) + content + text.slice(end),
  };
}
