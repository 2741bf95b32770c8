import type { LotAct, LotRequest } from './data.js';

/** Words of what is in a lot, and of what may be done with it. */
export interface LotWords {
  readonly heading: string;
  readonly hint: string;
  readonly none: string;
  readonly all: (lots: string) => string;
  readonly fewer: string;
  readonly file: string;
  readonly seller: string;
  readonly free: string;
  readonly held: string;
  readonly act: string;
  readonly open: string;
  readonly close: string;
  /** Names a lot to who does not see its row. */
  readonly of: (goods: string, seller: string, date: string) => string;
  readonly onHold: string;
  readonly unanswered: string;
  readonly allGone: string;
  readonly acts: Readonly<Record<LotAct, string>>;
  /** What an act does, before it is done. */
  readonly does: Readonly<Record<LotAct, string>>;
  /** Stands on the button after the first press, where an act cannot be taken back. */
  readonly sure: Readonly<Record<Exclude<LotAct, 'hold' | 'release' | 'hold-release'>, string>>;
  readonly quantity: (unit: string) => string;
  readonly inStore: (free: string, held: string, bound: string) => string;
  readonly partOnly: (name: string) => string;
  readonly cause: string;
  readonly causeIfAny: string;
  readonly busy: string;
  readonly done: string;
  readonly requests: {
    readonly heading: string;
    readonly file: string;
    readonly kinds: Readonly<Record<LotRequest['kind'], string>>;
    readonly waiting: string;
    readonly granted: (granted: string, asked: string) => string;
    readonly nothing: string;
  };
}
