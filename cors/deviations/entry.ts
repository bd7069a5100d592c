/** One departure of one browser: what it does instead of what the standard says, and how one knows. */
export interface DeviationEntry {
  /** Where the standard says it. */
  readonly rule: string;
  /** The version that began it; null where all that is known is the version that it was seen in. */
  readonly since: string | null;
  /** Goes on from the browser's name; inline code in backticks. */
  readonly instead: string;
  /** Its source, its bug, or what its makers said. */
  readonly evidence: string;
  readonly shown: Shown;
}

/** What shows it in the real browser: a scenario of the e2e tests as `group › name`; or why nothing does. */
export type Shown = { readonly by: string } | { readonly not: string };
