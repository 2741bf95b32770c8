import type { Unit } from '../api/types.js';
import type { Say } from '../words/say.js';
import type { Producer } from './data.js';
import type { StatementDraft } from './statement-draft.js';
import { figuresOf, type Figures } from './statement-figures.js';

/** What is stated of one producer, as the registry takes it; base units. */
export interface Contribution extends Figures {
  readonly producerId: string;
}

/** The rows in which something was filled in; NaN where something else than a quantity stands. */
export function contributionsOf(
  typed: StatementDraft['typed'],
  unit: Unit,
  language: Say['language'],
): readonly Contribution[] {
  return Object.entries(typed).flatMap(([producerId, row]) => {
    const figures = figuresOf(row, unit, language);
    return figures ? [{ producerId, ...figures }] : [];
  });
}

interface Stated {
  readonly draft: StatementDraft;
  readonly seller: Pick<Producer, 'id' | 'kind'>;
  readonly productId: string;
  readonly floorPrice: number;
  readonly contributions: readonly Contribution[];
  readonly today: string;
}

/** A statement as the registry takes it: a producer states its own figures, an aggregator its members'. */
export function statementOf({ draft, seller, productId, floorPrice, contributions, today }: Stated): object {
  const { producerId: _, ...own } = contributions[0] ?? { producerId: '' };
  return {
    sellerId: seller.id,
    productId,
    date: draft.date,
    floorPrice,
    ...(draft.bestBefore === '' ? {} : { bestBefore: draft.bestBefore }),
    ...(draft.repeats && draft.date === today ? { repeats: true } : {}),
    ...(seller.kind === 'producer' ? own : { contributions }),
  };
}
