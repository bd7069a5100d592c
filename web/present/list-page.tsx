import { ArrowDown, ArrowUp, Play, Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { type DecodedLink, findSecrets, gallery, limits, type Scenario } from '#cors';
import { titleOf } from '../state/title.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { fieldLook, TextField } from '../ui/text-field.tsx';
import { readPasted, writeLinks } from './address.ts';

interface Item {
  readonly id: number;
  readonly scenario: Scenario;
}

/** The field for links, which has the focus when nothing else is left to have it. */
const linksId = 'links';

let count = 0;
const asItem = (scenario: Scenario): Item => ({ id: count++, scenario });

/** The address that presents these, in order. */
const addressOf = (items: readonly Item[]) =>
  `${location.origin}/present#${writeLinks(items.map(({ scenario }) => scenario))}`;

/** The list as it is in the address, where alone it is kept. */
function useItems(given: readonly DecodedLink[]) {
  const [items, setItems] = useState(() => given.flatMap((link) => (link.ok ? [asItem(link.scenario)] : [])));
  const change = (next: readonly Item[]) => {
    setItems([...next]);
    const list = writeLinks(next.map(({ scenario }) => scenario));
    history.replaceState(null, '', list === '' ? '/present' : `/present?edit#${list}`);
  };
  return { items, change };
}

interface ListPageProps {
  readonly given: readonly DecodedLink[];
  /** The lesson that the address asks for in vain, or null. */
  readonly unknownLesson: string | null;
}

/** Makes a presentation out of links and of the gallery's causes. */
export function ListPage({ given, unknownLesson }: ListPageProps) {
  const { items, change } = useItems(given);
  const lost = given.filter(({ ok }) => !ok).length;
  const append = (scenarios: readonly Scenario[]) => change([...items, ...scenarios.map(asItem)]);
  return (
    <main id="content" className="min-h-[calc(100vh-52px)] bg-surface px-(--side) pt-8 pb-16">
      <div className="mx-auto max-w-3xl">
        <h1 className="text-balance font-semibold text-l tracking-[-0.028em] max-[600px]:text-[32px] max-[600px]:leading-9">
          Present
        </h1>
        <p className="mt-3 text-m text-pretty">
          Show scenarios to a class, one thing at a time: the question, the wire arrow by arrow, the verdict. The list
          is in the link, so whoever opens the link has the same slides.
        </p>
        {unknownLesson !== null && (
          <p role="status" className="mt-4 bg-warn-soft px-3 py-2.5">
            There is no lesson called <code>{unknownLesson}</code>.
          </p>
        )}
        {lost > 0 && (
          <p role="status" className="mt-4 bg-warn-soft px-3 py-2.5">
            {lost === 1 ? 'One link of this list is' : `${lost} links of this list are`} damaged or of another version,
            and left out here.
          </p>
        )}
        {items.some(({ scenario }) => findSecrets(scenario, []).length > 0) && (
          <p role="status" className="mt-4 bg-warn-soft px-3 py-2.5">
            A slide holds what looks like a secret, and so does the link. The playground’s Share masks it.
          </p>
        )}
        <Slides items={items} change={change} />
        {items.length > 0 && (
          <div className="mt-4 flex flex-wrap items-center gap-2">
            <a
              href={addressOf(items)}
              className="inline-flex h-8 items-center gap-1.5 rounded-control bg-accent px-3 font-semibold text-on-accent hover:brightness-110"
            >
              <Play size={16} fill="currentColor" strokeWidth={1.5} aria-hidden />
              Present
            </a>
            <CopyButton what="the link" text={() => addressOf(items)}>
              Copy link
            </CopyButton>
          </div>
        )}
        <AddLinks append={append} />
        <AddCause append={append} />
      </div>
    </main>
  );
}

function Slides({ items, change }: { items: readonly Item[]; change: (items: readonly Item[]) => void }) {
  const swapped = (i: number, j: number) =>
    items.map((item, at) => (at === i ? items[j] : at === j ? items[i] : item)).filter((item) => item !== undefined);
  const rename = (i: number, title: string) =>
    change(items.map((item, at) => (at === i ? { ...item, scenario: { ...item.scenario, title } } : item)));
  // Whatever had the focus goes away or moves with its slide; the focus stays with the slide, or goes to the next.
  const changeAndFocus = (next: readonly Item[], focused: string) => {
    flushSync(() => change(next));
    (document.getElementById(focused) ?? document.getElementById(linksId))?.focus();
  };
  const move = (i: number, by: number, to: 'up' | 'down') => {
    const item = items[i];
    if (item && items[i + by]) changeAndFocus(swapped(i, i + by), `${to}-${item.id}`);
  };
  const remove = (i: number) => {
    const next = items[i + 1] ?? items[i - 1];
    changeAndFocus(items.toSpliced(i, 1), `remove-${next?.id}`);
  };
  return (
    <section aria-label="Slides" className="mt-8">
      <h2 className="mb-2 font-semibold text-m tracking-[-0.012em]">Slides</h2>
      {items.length === 0 ? (
        <p className="text-ink-2">None yet. Paste links below, or take causes from the gallery.</p>
      ) : (
        <>
          <p className="mb-2 text-ink-2">The title stands above its slide: keep the answer out of it.</p>
          <ol className="border-line border-b">
            {items.map(({ id, scenario }, i) => (
              <li key={id} className="flex items-center gap-1 border-line border-t py-1.5">
                <span className="w-6 shrink-0 text-ink-3">{i + 1}</span>
                <TextField
                  label={`Title of slide ${i + 1}`}
                  value={scenario.title}
                  maxLength={limits.titleLength}
                  placeholder={titleOf(scenario)}
                  onChange={(title) => rename(i, title)}
                  className="font-sans! text-s!"
                />
                <IconButton
                  id={`up-${id}`}
                  label={`Move slide ${i + 1} up`}
                  aria-disabled={i === 0}
                  onClick={() => move(i, -1, 'up')}
                >
                  <ArrowUp size={16} strokeWidth={1.5} aria-hidden />
                </IconButton>
                <IconButton
                  id={`down-${id}`}
                  label={`Move slide ${i + 1} down`}
                  aria-disabled={i === items.length - 1}
                  onClick={() => move(i, 1, 'down')}
                >
                  <ArrowDown size={16} strokeWidth={1.5} aria-hidden />
                </IconButton>
                <IconButton id={`remove-${id}`} label={`Remove slide ${i + 1}`} onClick={() => remove(i)}>
                  <X size={16} strokeWidth={1.5} aria-hidden />
                </IconButton>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

type Append = (scenarios: readonly Scenario[]) => void;

function AddLinks({ append }: { append: Append }) {
  const id = linksId;
  const [text, setText] = useState('');
  const { scenarios, refused } = readPasted(text);
  const add = () => {
    append(scenarios);
    setText(refused.join('\n'));
    document.getElementById(id)?.focus();
  };
  return (
    <section aria-label="Add links" className="mt-8">
      <h2 className="mb-1.5 font-semibold text-m tracking-[-0.012em]">
        <label htmlFor={id}>Add links, one a line</label>
      </h2>
      <textarea
        id={id}
        value={text}
        rows={3}
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
        placeholder={`${location.origin}/#1.…`}
        aria-describedby={`${id}-refused`}
        className={`${fieldLook} wire-text field-sizing-content block max-h-64 min-h-20 border-edge px-3 py-2 break-all`}
      />
      <p id={`${id}-refused`} role="status" className="pt-1.5 text-warn empty:hidden">
        {refused.length > 0 &&
          `${refused.length === 1 ? 'One line holds' : `${refused.length} lines hold`} no link that can be read.`}
      </p>
      <Button onClick={add} disabled={scenarios.length === 0} className="mt-2">
        <Plus size={16} strokeWidth={1.5} aria-hidden />
        Add {scenarios.length > 1 ? `${scenarios.length} scenarios` : 'scenario'}
      </Button>
    </section>
  );
}

function AddCause({ append }: { append: Append }) {
  const id = useId();
  const [chosen, choose] = useState(gallery[0]?.id);
  const cause = gallery.find((each) => each.id === chosen);
  if (!cause) return null;
  return (
    <section aria-label="Add a cause" className="mt-8">
      <h2 className="mb-1.5 font-semibold text-m tracking-[-0.012em]">
        <label htmlFor={id}>Add a cause of the gallery</label>
      </h2>
      <select
        id={id}
        value={cause.id}
        onChange={({ target }) => choose(gallery.find((each) => each.id === target.value)?.id)}
        className={`${fieldLook} h-8 border-edge px-2`}
      >
        {gallery.map((each) => (
          <option key={each.id} value={each.id}>
            {each.title}
          </option>
        ))}
      </select>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button onClick={() => append([cause.scenario])}>
          <Plus size={16} strokeWidth={1.5} aria-hidden />
          Add it
        </Button>
        <Button onClick={() => append([cause.scenario, cause.fixed])}>
          <Plus size={16} strokeWidth={1.5} aria-hidden />
          Add it and its fix
        </Button>
      </div>
    </section>
  );
}
