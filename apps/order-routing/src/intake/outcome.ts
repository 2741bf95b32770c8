import type { Language } from '#kernel/refusals/words.js';
import type { ErrorCode } from '#kernel/refusals/codes.js';
import { DomainError, told, type Fault } from '#kernel/domain-error.js';
import type { OrderView } from '../domain/views/order-view.js';

/** What became of one of many orders; quantities in base units, for each line: quantity = promised + Σ unfilled. */
export type Outcome =
  | { readonly status: 'placed'; readonly order: PromiseSummary }
  | { readonly status: 'refused'; readonly refusal: DomainError }
  /** Kept, but its market's owner has not answered: its promise will stand at /api/orders/<id>. */
  | { readonly status: 'pending'; readonly order: { readonly id: string } };

/** The same, as its reader is told it. */
export type ToldOutcome =
  | Exclude<Outcome, { readonly status: 'refused' }>
  | {
      readonly status: 'refused';
      readonly code: ErrorCode;
      readonly detail: string;
      readonly errors: readonly Fault[];
    };

export interface PromiseSummary {
  readonly id: string;
  readonly status: string;
  readonly lines: readonly {
    readonly quantity: number;
    readonly promised: number;
    readonly unfilled: readonly { readonly code: string; readonly quantity: number }[];
  }[];
}

/**
 * @param placing the use case under way
 * @throws whatever is no refusal: an outage is for the caller to wait out
 */
export async function outcomeOf(placing: Promise<{ order: OrderView } | { pending: string }>): Promise<Outcome> {
  try {
    const result = await placing;
    return 'order' in result
      ? { status: 'placed', order: summaryOf(result.order) }
      : { status: 'pending', order: { id: result.pending } };
  } catch (error) {
    if (error instanceof DomainError) return refusedBy(error);
    throw error;
  }
}

export function refusedBy(refusal: DomainError): Outcome {
  return { status: 'refused', refusal };
}

export function toldOutcome(outcome: Outcome, language: Language): ToldOutcome {
  if (outcome.status !== 'refused') return outcome;
  const { code, said, faults } = outcome.refusal;
  return { status: 'refused', code, detail: said[language], errors: told(faults, language) };
}

export function summaryOf({ id, status, lines }: OrderView): PromiseSummary {
  return {
    id,
    status,
    lines: lines.map(({ quantity, promised, unfilled }) => ({
      quantity,
      promised,
      unfilled: unfilled.map((reason) => ({ code: reason.code, quantity: reason.quantity })),
    })),
  };
}
