import { keepDraft, keptDraft } from '../api/drafts.js';

/** What is being filled in. It stays on this device until it was placed or its user left, whatever becomes of token and connection. */
export interface Draft {
  /** Idempotency key of this order: sent twice, it is placed once. */
  readonly key: string;
  /** `origin commodity term` of the offer that was chosen; absent: the first. */
  readonly offer?: string;
  readonly quantity: string;
  readonly needBy: string;
  readonly buyer: string;
  readonly ceiling: string;
  readonly certificates: readonly string[];
  /** What the buyer does with the goods: the law asks for other certificates of each. */
  readonly use: Use;
}

export type Use = 'resale' | 'raw-material' | 'repacking';

const ORDER = 'order';

export function newDraft(buyer = ''): Draft {
  return { key: crypto.randomUUID(), quantity: '', needBy: '', buyer, ceiling: '', certificates: [], use: 'resale' };
}

export function rememberedDraft(): Draft {
  return { ...newDraft(), ...keptDraft<Partial<Draft>>('device', ORDER) };
}

export function rememberDraft(draft: Draft): void {
  keepDraft('device', ORDER, draft);
}
