/** Something that will become an input when its instant comes. */
export interface Due {
  readonly at: Date;
  readonly kind: DueKind;
  readonly subject: string;
}

export type DueKind =
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

/** What is due in a market, one instant for each kind and subject. Every open line has its row, so a row is kept small. */
export class DueRows implements Iterable<Due> {
  private readonly kinds = new Map<DueKind, Map<string, Date>>();
  private readonly instants = new Map<number, Date>();

  get(kind: DueKind, subject: string): Date | undefined {
    return this.kinds.get(kind)?.get(subject);
  }

  set({ kind, subject, at }: Due): void {
    let subjects = this.kinds.get(kind);
    if (!subjects) this.kinds.set(kind, (subjects = new Map<string, Date>()));
    subjects.set(subject, this.shared(at));
  }

  /** @returns whether it was there */
  delete(kind: DueKind, subject: string): boolean {
    return this.kinds.get(kind)?.delete(subject) ?? false;
  }

  *[Symbol.iterator](): Iterator<Due> {
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

export function dueKey(due: { kind: DueKind; subject: string }): string {
  return `${due.kind} ${due.subject}`;
}
