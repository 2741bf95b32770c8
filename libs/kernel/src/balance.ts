/** Where the goods of a lot are, in base units, as routing keeps it: declared = free + … + writtenOff. */
export interface Balance {
  readonly declared: number;
  readonly free: number;
  readonly held: number;
  readonly offered: number;
  readonly confirmed: number;
  readonly inTransit: number;
  readonly delivered: number;
  readonly withdrawn: number;
  readonly writtenOff: number;
  /** Part of what is held: its producer is suspended. */
  readonly suspended: number;
  /** Part of what is held: its producer refused an offer or did not answer it. */
  readonly refused: number;
  /** Parts of what is written off; the rest was lost on its way. */
  readonly expired: number;
  readonly spoiled: number;
  readonly recalled: number;
}
