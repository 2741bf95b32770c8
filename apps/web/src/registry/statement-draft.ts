import { keepDraft, keptDraft } from '../api/drafts.js';
import type { Repetition } from './statement-data.js';
import type { TypedFigures } from './statement-figures.js';

/** What is being filled in: it outlives a session that ends. */
export interface StatementDraft {
  /** Absent: the first product. */
  readonly productId?: string;
  readonly date: string;
  readonly bestBefore: string;
  readonly floorPrice: string;
  readonly repeats: boolean;
  /** By producer. */
  readonly typed: Readonly<Record<string, TypedFigures>>;
}

/** @param repetition what is changed; absent: a statement for today */
export function emptyDraft(today: string, repetition?: Repetition): StatementDraft {
  const floorPrice = repetition ? String(repetition.floorPrice) : '';
  return { date: today, bestBefore: '', floorPrice, repeats: false, typed: {} };
}

export function rememberedDraft(name: string): StatementDraft | undefined {
  return keptDraft('tab', `statement ${name}`);
}

/** @param draft undefined: it was sent */
export function rememberDraft(name: string, draft: StatementDraft | undefined): void {
  keepDraft('tab', `statement ${name}`, draft);
}
