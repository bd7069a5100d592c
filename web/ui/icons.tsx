import type { SVGProps } from 'react';
import type { Verdict } from '#cors';

type MarkProps = SVGProps<SVGSVGElement>;

const octagon = 'M12 1.5h16L38.5 12v16L28 38.5H12L1.5 28V12z';

const shapes: Record<Verdict, { solid: React.ReactNode; hollow: React.ReactNode }> = {
  blocked: {
    solid: (
      <>
        <path d={octagon} fill="currentColor" />
        <path
          d="M13.5 13.5l13 13M26.5 13.5l-13 13"
          stroke="var(--on-verdict)"
          strokeWidth={3.5}
          strokeLinecap="round"
        />
      </>
    ),
    hollow: (
      <>
        <path d={octagon} stroke="currentColor" strokeWidth={2} strokeDasharray="4.2 3.4" />
        <path d="M14.5 14.5l11 11M25.5 14.5l-11 11" stroke="currentColor" strokeWidth={3} strokeLinecap="round" />
      </>
    ),
  },
  readable: {
    solid: (
      <>
        <circle cx={20} cy={20} r={19} fill="currentColor" />
        <path
          d="M12 20.5l5.5 5.5L28.5 14.5"
          stroke="var(--on-verdict)"
          strokeWidth={3.5}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </>
    ),
    hollow: (
      <>
        <circle cx={20} cy={20} r={18.5} stroke="currentColor" strokeWidth={2} strokeDasharray="4.2 3.4" />
        <path
          d="M13 20.5l5 5L27.5 15"
          stroke="currentColor"
          strokeWidth={3}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </>
    ),
  },
  opaque: {
    solid: (
      <>
        <rect x={2} y={2} width={36} height={36} rx={6} fill="currentColor" />
        <path d="M4 26L26 4M4 38L38 4M16 38L38 16" stroke="var(--on-verdict)" strokeWidth={2.5} opacity={0.8} />
      </>
    ),
    hollow: (
      <>
        <rect
          x={2}
          y={2}
          width={36}
          height={36}
          rx={6}
          stroke="currentColor"
          strokeWidth={2}
          strokeDasharray="4.2 3.4"
        />
        <path d="M6 24L24 6M7 33L33 7M16 34L34 16" stroke="currentColor" strokeWidth={2} />
      </>
    ),
  },
};

const verdictTones: Record<Verdict, string> = {
  readable: 'text-allow',
  opaque: 'text-opaque',
  blocked: 'text-block',
};

/** The verdict as a shape of its own, so that it is told without colour: dashed while it is a prediction. */
export function VerdictMark({
  verdict,
  guess,
  className = '',
  ...rest
}: MarkProps & { verdict: Verdict; guess: boolean }) {
  const { solid, hollow } = shapes[verdict];
  return (
    <svg
      viewBox="0 0 40 40"
      fill="none"
      aria-hidden="true"
      className={`${verdictTones[verdict]} ${className}`}
      {...rest}
    >
      {guess ? hollow : solid}
    </svg>
  );
}

/** The octagon that stands on the guard line where the browser stops something. */
export function StopMark({ guess, ...rest }: MarkProps & { guess: boolean }) {
  return (
    <svg viewBox="0 0 18 18" fill="none" strokeLinecap="round" aria-hidden="true" {...rest}>
      {guess ? (
        <g stroke="currentColor" strokeWidth={1.5}>
          <path
            d="M5.6 1.5h6.8l4.1 4.1v6.8l-4.1 4.1H5.6l-4.1-4.1V5.6z"
            fill="var(--surface)"
            strokeDasharray="2.4 1.8"
            strokeLinecap="butt"
          />
          <path d="M6.5 6.5l5 5M11.5 6.5l-5 5" />
        </g>
      ) : (
        <>
          <path d="M5.6 1h6.8L17 5.6v6.8L12.4 17H5.6L1 12.4V5.6z" fill="currentColor" />
          <path d="M6.2 6.2l5.6 5.6M11.8 6.2l-5.6 5.6" stroke="var(--on-verdict)" strokeWidth={1.8} />
        </>
      )}
    </svg>
  );
}
