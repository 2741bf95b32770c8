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
  try {
    const kept = sessionStorage.getItem(keyOf(name));
    return kept === null ? undefined : (JSON.parse(kept) as StatementDraft);
  } catch {
    return undefined;
  }
}

/** @param draft undefined: it was sent */
export function rememberDraft(name: string, draft: StatementDraft | undefined): void {
  try {
    if (draft) sessionStorage.setItem(keyOf(name), JSON.stringify(draft));
    else sessionStorage.removeItem(keyOf(name));
  } catch {
    // A browser that keeps nothing: the draft lives as long as the page.
  }
}

function keyOf(name: string): string {
  return `serap.statement ${name}`;
}
