import { Plus, X } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type HeaderLine, limits } from '#cors';
import { IconButton, QuietButton } from './button.tsx';
import { Combobox, type Option } from './combobox.tsx';
import { Says } from './says.tsx';
import { useDraft } from './use-draft.ts';

/** Something worth knowing of a line that is possible, or, marked as `block`, what makes the whole request fail. */
export interface Note {
  readonly tone: 'block' | 'warn';
  readonly text: string;
  /** The name that was probably meant. */
  readonly meant?: string | undefined;
}

export interface HeaderRules {
  /** Why a line cannot have this name or value. Such text is kept in its field, and not handed on. */
  readonly nameProblem: (name: string) => string | null;
  readonly valueProblem: (value: string) => string | null;
  readonly note: (name: string, value: string) => Note | null;
  /** Whether a name counts with each letter, or once it is whole. */
  readonly namesCount: 'typing' | 'leaving';
  readonly names: readonly Option[];
  readonly valuesFor: (name: string) => readonly Option[];
}

interface HeaderRowsProps {
  /** Each line with its place in the whole list. */
  readonly rows: readonly { readonly index: number; readonly line: HeaderLine }[];
  readonly rules: HeaderRules;
  readonly onEdited: (index: number, line: HeaderLine) => void;
  readonly onAdded: (line: HeaderLine) => void;
  readonly onRemoved: (index: number) => void;
}

/** Header lines, name and value, in order, duplicates allowed. */
export function HeaderRows({ rows, rules, onEdited, onAdded, onRemoved }: HeaderRowsProps) {
  const [adding, setAdding] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const focus = (selector: string) => box.current?.querySelector<HTMLElement>(selector)?.focus();
  const add = () => {
    flushSync(() => setAdding(true));
    focus('li:last-child input');
  };
  const removed = (index: number | null) => {
    if (index === null) setAdding(false);
    else onRemoved(index);
    focus('[data-add]');
  };
  const added: { index: number | null; line: HeaderLine } = { index: null, line: ['', ''] };
  // A line is known by its place alone, and the one being added keeps its place once it is a line.
  const shown = [...rows, ...(adding ? [added] : [])].map((row, i) => ({ ...row, position: i + 1 }));
  return (
    <div ref={box}>
      <ul className="border-t border-line">
        {shown.map(({ index, line, position }) => (
          <li key={position} className="border-b border-line">
            <HeaderRow
              position={position}
              sent={index !== null}
              line={line}
              rules={rules}
              onChange={(changed) => {
                if (index !== null) onEdited(index, changed);
                else if (changed[0] !== '') {
                  setAdding(false);
                  onAdded(changed);
                }
              }}
              onRemove={() => removed(index)}
            />
          </li>
        ))}
      </ul>
      <QuietButton data-add disabled={rows.length >= limits.headers} onClick={add} className="-mb-3 -ml-1 pl-1!">
        <Plus size={16} strokeWidth={1.5} aria-hidden />
        Add header
      </QuietButton>
    </div>
  );
}

interface HeaderRowProps {
  readonly position: number;
  /** Whether this line is one already, or is still being added. */
  readonly sent: boolean;
  readonly line: HeaderLine;
  readonly rules: HeaderRules;
  readonly onChange: (line: HeaderLine) => void;
  readonly onRemove: () => void;
}

function HeaderRow({ position, sent, line: [name, value], rules, onChange, onRemove }: HeaderRowProps) {
  const id = useId();
  const nameDraft = useDraft(name, rules.nameProblem, (text) => onChange([text, value]), rules.namesCount);
  const valueDraft = useDraft(value, rules.valueProblem, (text) => onChange([name, text]));
  const problem = nameDraft.problem ?? valueDraft.problem;
  const instead = sent ? ` \`${name}: ${value}\` is sent.` : '';
  const note = problem ? null : rules.note(nameDraft.text, valueDraft.text);
  const describedBy = problem || note ? id : undefined;
  return (
    <div className="group/row -ml-1 flex flex-wrap items-center">
      <Combobox
        bare
        label={`Name of header ${position}`}
        value={nameDraft.text}
        options={rules.names}
        onChange={nameDraft.type}
        onDone={nameDraft.settle}
        invalid={nameDraft.problem !== null}
        describedBy={describedBy}
        placeholder="Name"
        className="wire-text max-w-full text-ink-2"
        width={`max(122px, calc(${nameDraft.text.length}ch + 32px))`}
      />
      <div className="flex min-w-0 flex-1 basis-30 items-center">
        <Combobox
          bare
          label={`Value of ${nameDraft.text || `header ${position}`}`}
          value={valueDraft.text}
          options={rules.valuesFor(nameDraft.text)}
          onChange={valueDraft.type}
          invalid={valueDraft.problem !== null || note?.tone === 'block'}
          describedBy={describedBy}
          placeholder="value"
          className="flex-1"
        />
        <IconButton
          label={`Remove ${nameDraft.text || `header ${position}`}`}
          onClick={onRemove}
          className="h-6! w-6! text-ink-3! opacity-0 group-focus-within/row:opacity-100 group-hover/row:opacity-100 pointer-coarse:opacity-100"
        >
          <X size={14} strokeWidth={1.5} aria-hidden />
        </IconButton>
      </div>
      {(problem || note) && (
        <div className="-mt-1 basis-full pb-1.5 pl-1">
          {problem ? (
            <Says
              id={id}
              tone="block"
              text={`Not used: ${nameDraft.text === '' ? 'this line' : `\`${nameDraft.text}\``} ${problem}.${instead}`}
            />
          ) : (
            note && (
              <Says id={id} tone={note.tone} text={note.text}>
                {note.meant && <Meant name={note.meant} onChoose={(meant) => onChange([meant, value])} />}
              </Says>
            )
          )}
        </div>
      )}
    </div>
  );
}

function Meant({ name, onChoose }: { name: string; onChoose: (name: string) => void }) {
  return (
    <>
      {' '}
      Did you mean{' '}
      <button
        type="button"
        aria-label={`Rename it ${name}`}
        onClick={() => onChoose(name)}
        className="rounded-control text-left text-accent underline underline-offset-2"
      >
        <code>{name}</code>
      </button>
      ?
    </>
  );
}
