/** What is being filled in. It stays on this device until it was placed, whatever becomes of session and connection. */
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
}

const DRAFT = 'serap.order-draft';

export function newDraft(buyer = ''): Draft {
  return { key: crypto.randomUUID(), quantity: '', needBy: '', buyer, ceiling: '', certificates: [] };
}

export function rememberedDraft(): Draft {
  try {
    const kept = localStorage.getItem(DRAFT);
    return kept === null ? newDraft() : { ...newDraft(), ...(JSON.parse(kept) as Partial<Draft>) };
  } catch {
    return newDraft();
  }
}

export function rememberDraft(draft: Draft): void {
  try {
    localStorage.setItem(DRAFT, JSON.stringify(draft));
  } catch {
    // A browser that keeps nothing: the draft lives as long as the page.
  }
}
