import { ClockTime } from './when.tsx';

/** Until when the browser asks no preflight again, whatever the server would answer by then. */
export function KeptUntil({ expires }: { expires: number | null }) {
  return (
    expires !== null && (
      <>
        , until <ClockTime at={expires} />
      </>
    )
  );
}
