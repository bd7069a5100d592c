import { Plus, X } from 'lucide-react';
import { type Cookie, cookieProblem, limits, sameSiteValues } from '#cors';
import { type AnswerName, useScenario } from '../state/scenario.ts';
import { IconButton, QuietButton } from '../ui/button.tsx';
import { Says } from '../ui/says.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useDraft } from '../ui/use-draft.ts';

const sameSiteChoices = sameSiteValues.map((value) => ({ value, label: value ? `SameSite=${value}` : 'no SameSite' }));

/** The cookies that an answer sets, each for this endpoint alone. */
export function Cookies({ answer, cookies }: { answer: AnswerName; cookies: readonly Cookie[] }) {
  const { answerEdited } = useScenario.getState();
  const edit = (changed: readonly Cookie[]) => answerEdited(answer, { cookies: changed });
  const name = `session${cookies.length === 0 ? '' : cookies.length + 1}`;
  const rows = cookies.map((cookie, index) => ({ cookie, index }));
  return (
    <>
      <ul className="border-t border-line">
        {rows.map(({ cookie, index }) => (
          <li key={index} className="border-b border-line py-2">
            <CookieRow
              cookie={cookie}
              onChange={(changed) => edit(cookies.with(index, changed))}
              onRemove={() => edit(cookies.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ul>
      <QuietButton
        className="-mb-3 -ml-1 pl-1!"
        disabled={cookies.length >= limits.cookies}
        onClick={() => edit([...cookies, { name, value: 's-1', sameSite: '', secure: false, httpOnly: false }])}
      >
        <Plus size={16} strokeWidth={1.5} aria-hidden />
        Add cookie
      </QuietButton>
    </>
  );
}

interface CookieRowProps {
  readonly cookie: Cookie;
  readonly onChange: (cookie: Cookie) => void;
  readonly onRemove: () => void;
}

function CookieRow({ cookie, onChange, onRemove }: CookieRowProps) {
  const { value } = cookie;
  const name = useDraft(
    cookie.name,
    (text) => cookieProblem({ name: text, value }),
    (text) => onChange({ ...cookie, name: text }),
  );
  const content = useDraft(
    value,
    (text) => cookieProblem({ name: cookie.name, value: text }),
    (text) => onChange({ ...cookie, value: text }),
  );
  const problem = name.problem ?? content.problem;
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_24px] items-center gap-1.5">
        <TextField label="Cookie name" value={name.text} onChange={name.type} aria-invalid={name.problem !== null} />
        <TextField
          label={`Value of cookie ${cookie.name}`}
          value={content.text}
          onChange={content.type}
          aria-invalid={content.problem !== null}
        />
        <IconButton label={`Remove cookie ${cookie.name}`} onClick={onRemove} className="w-6! text-ink-3!">
          <X size={14} strokeWidth={1.5} aria-hidden />
        </IconButton>
      </div>
      <div className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1.5">
        <Select
          label={`SameSite of cookie ${cookie.name}`}
          value={cookie.sameSite}
          choices={sameSiteChoices}
          onChange={(sameSite) => onChange({ ...cookie, sameSite })}
          className="wire-text w-auto!"
        />
        <Flag label="Secure" on={cookie.secure} onChange={(secure) => onChange({ ...cookie, secure })} />
        <Flag label="HttpOnly" on={cookie.httpOnly} onChange={(httpOnly) => onChange({ ...cookie, httpOnly })} />
      </div>
      {problem && <Says tone="block" text={`Not used: the cookie ${problem}. \`${cookie.name}=${value}\` is set.`} />}
    </>
  );
}

export function Flag({ label, on, onChange }: { label: string; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <label className="flex cursor-pointer items-center gap-1.5">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} className="accent-ink" />
      {label}
    </label>
  );
}
