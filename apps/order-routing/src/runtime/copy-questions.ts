import type { KeptRefusal } from '#kernel/domain-error.js';
import type { OrderPlaced } from '../domain/decisions/place-order.js';
import type { CatalogueRow } from '../domain/what-if/catalogue.js';
import type { WhatIfView } from '../domain/what-if/compared.js';
import type { QuoteView } from '../domain/what-if/quote.js';
import type { Supposed } from '../domain/what-if/supposed.js';

/** What is asked of a copy of a market that nobody keeps, and what it answers. */
export interface CopyQuestions {
  readonly 'what-if': { readonly asks: Supposed; readonly answers: WhatIfView };
  readonly quote: { readonly asks: OrderPlaced; readonly answers: QuoteView };
  readonly catalogue: { readonly asks: { readonly deliverTo: string }; readonly answers: CatalogueRow[] };
}
export type CopyQuestion = keyof CopyQuestions;
export type Asks<Kind extends CopyQuestion> = CopyQuestions[Kind]['asks'];
export type Answers<Kind extends CopyQuestion> = CopyQuestions[Kind]['answers'];

/** A question as it is sent to the thread: plain, for classes do not cross. */
export interface SentQuestion {
  readonly kind: CopyQuestion;
  readonly origin: string;
  /** ISO instant, by the business clock. */
  readonly now: string;
  /** JSON of what is asked, without what is absent. */
  readonly asks: string;
}

/** What comes back; a failure keeps the code by which an outage is known. */
export type SentAnswer =
  | { readonly answer: unknown }
  | { readonly refusal: KeptRefusal }
  | { readonly failure: { readonly message: string; readonly code: string | undefined } };
