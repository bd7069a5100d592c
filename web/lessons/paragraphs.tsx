import { resolveOrigins } from '#cors';
import { useOrigins } from '../shell/origins.tsx';
import { Prose } from '../terms/prose.tsx';

/** A lesson's own words, in which the tokens for origins become this deployment's. */
export function Paragraphs({ texts }: { texts: readonly string[] }) {
  const origins = useOrigins();
  return texts.map((text) => (
    <p key={text} className="text-pretty not-first:mt-2.5 wrap-anywhere">
      <Prose text={resolveOrigins(text, origins)} />
    </p>
  ));
}
