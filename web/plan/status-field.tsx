import { reasonPhrase } from '#cors';
import { Combobox } from '../ui/combobox.tsx';
import { Says } from '../ui/says.tsx';
import { useDraft } from '../ui/use-draft.ts';

interface StatusFieldProps {
  readonly label: string;
  readonly status: number;
  readonly usual: readonly number[];
  /** The least and the greatest that can be sent. */
  readonly from: number;
  readonly to: number;
  readonly blame?: string | undefined;
  readonly onChange: (status: number) => void;
}

export function StatusField({ label, status, usual, from, to, blame, onChange }: StatusFieldProps) {
  const problemOf = (text: string) =>
    /^\d{3}$/.test(text) && Number(text) >= from && Number(text) <= to
      ? null
      : `Not used: a number from ${from} to ${to} is needed. \`${status}\` is sent.`;
  const draft = useDraft(String(status), problemOf, (text) => onChange(Number(text)));
  const known = usual.includes(status) ? usual : [status, ...usual];
  return (
    <>
      <Combobox
        label={label}
        value={draft.text}
        options={known.map((each) => ({ value: String(each), hint: reasonPhrase(each) }))}
        onChange={draft.type}
        invalid={draft.problem !== null || blame !== undefined}
        hintAt="beside"
        inputMode="numeric"
      />
      {(draft.problem ?? blame) && <Says tone="block" text={draft.problem ?? blame ?? ''} />}
    </>
  );
}
