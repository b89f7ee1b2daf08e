/** A wall time in the site's zone, as the newsroom's endpoints take it. */
export interface ChosenTime {
  /** Such as "2026-11-24 06:00". */
  readonly at: string;
  /** Which of two, where the clocks go back over it; null everywhere else. */
  readonly occurrence: 'first' | 'second' | null;
}

/** A time that is left where the clocks change. */
export interface TimeChoice extends ChosenTime {
  readonly instant: string;
  readonly spoken: string;
  readonly away: string;
  readonly isPast: boolean;
  /** What tells it from the other. */
  readonly words: string;
}

/** What a time means: `GET /newsroom/api/times`. */
export interface TimeAnswer extends ChosenTime {
  /** Null while `change` has to be answered. */
  readonly instant: string | null;
  readonly spoken: string;
  readonly away: string | null;
  readonly isPast: boolean;
  readonly change: { readonly kind: 'skipped' | 'twice'; readonly words: string; readonly choices: readonly TimeChoice[] } | null;
}

/** The minute so many minutes later on the clock on the wall; the program says whether it exists. */
export function shifted(at: string, minutes: number): string {
  const [year, month, day, hour, minute] = at.split(/\D/u).map(Number) as [number, number, number, number, number];
  return new Date(Date.UTC(year, month - 1, day, hour, minute + minutes)).toISOString().slice(0, 16).replace('T', ' ');
}
