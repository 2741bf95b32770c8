/** Something that will become an input when its instant comes. */
export interface Timer {
  readonly at: Date;
  readonly kind: TimerKind;
  readonly subject: string;
}

export type TimerKind =
  | 'day-begins'
  | 'cut-off'
  | 'agreement-starts'
  | 'share-released'
  | 'agreement-ends'
  | 'lot-expires'
  | 'need-by-passed'
  | 'bind-by'
  | 'confirm-by';

/** Instants that are remembered to be shared: those of a year of days, in three zones. */
const MOST_INSTANTS = 1_024;

/** The timers of a market, one instant for each kind and subject. Every open line has its own, so each is kept small. */
export class TimerTable implements Iterable<Timer> {
  private readonly kinds = new Map<TimerKind, Map<string, Date>>();
  private readonly instants = new Map<number, Date>();
  /** No timer is due before it, milliseconds; undefined: nobody has looked yet. */
  private earliestMs: number | undefined;

  get(kind: TimerKind, subject: string): Date | undefined {
    return this.kinds.get(kind)?.get(subject);
  }

  set({ kind, subject, at }: Timer): void {
    let subjects = this.kinds.get(kind);
    if (!subjects) this.kinds.set(kind, (subjects = new Map<string, Date>()));
    subjects.set(subject, this.shared(at));
    if (this.earliestMs !== undefined) this.earliestMs = Math.min(this.earliestMs, at.getTime());
  }

  /** @returns whether it was there */
  delete(kind: TimerKind, subject: string): boolean {
    return this.kinds.get(kind)?.delete(subject) ?? false;
  }

  /**
   * The timer that is due next, at or before `now`; they go by their instants, the day before all
   * else, then by their names. While none is due this
   * looks at one number, for every batch asks it and every open line has a timer.
   */
  next(now: Date): Timer | undefined {
    if (this.earliestMs !== undefined && this.earliestMs > now.getTime()) return undefined;
    let next: Timer | undefined;
    for (const timer of this) if (!next || isBefore(timer, next)) next = timer;
    this.earliestMs = next ? next.at.getTime() : Number.POSITIVE_INFINITY;
    return next && next.at <= now ? next : undefined;
  }

  *[Symbol.iterator](): Iterator<Timer> {
    for (const [kind, subjects] of this.kinds) for (const [subject, at] of subjects) yield { kind, subject, at };
  }

  private shared(at: Date): Date {
    const known = this.instants.get(at.getTime());
    if (known) return known;
    if (this.instants.size >= MOST_INSTANTS) this.instants.clear();
    this.instants.set(at.getTime(), at);
    return at;
  }
}

export function timerKey(timer: { readonly kind: TimerKind; readonly subject: string }): string {
  return `${timer.kind} ${timer.subject}`;
}

function isBefore(one: Timer, other: Timer): boolean {
  if (one.at.getTime() !== other.at.getTime()) return one.at < other.at;
  // The day comes before all that falls due with it: laws and quotas are those of the new one.
  if ((one.kind === 'day-begins') !== (other.kind === 'day-begins')) return one.kind === 'day-begins';
  return timerKey(one) < timerKey(other);
}
