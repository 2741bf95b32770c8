import type { LegalFacts } from '#kernel/certificate-rules.js';
import type { BaseUnit } from '#kernel/units.js';
import { uuidv7 } from '#kernel/uuid.js';
import type { Contribution, Held, Pool } from './pool.js';
import { sackOf, type ProductDetails } from './product.js';

/** Surplus as it is handed to routing. It never changes: what becomes of it is in its balance. */
export interface Lot {
  readonly id: string;
  readonly statementId: string;
  readonly origin: string;
  readonly sellerId: string;
  readonly pooled: boolean;
  readonly productId: string;
  readonly commodity: string;
  readonly unit: BaseUnit;
  /** Base units in a package, when it is sold in whole packages; 1: in any quantity. */
  readonly sack: number;
  /** Base units: the sum of the contributions. */
  readonly quantity: number;
  readonly producedOn: string;
  readonly bestBefore: string | undefined;
  readonly floorPrice: number;
  readonly certificates: readonly Held[];
  readonly law: LegalFacts;
  /** Its seller and every contributor are verified; otherwise it is self-declared. */
  readonly verified: boolean;
  readonly standingConsent: boolean;
  /** Whose part is not for sale before they are verified: contributors, or the seller, who stands for all. */
  readonly heldFor: readonly string[];
  readonly contributions: readonly Contribution[];
}

/** What all pools of one statement have in common. */
export interface Common {
  readonly statementId: string;
  readonly seller: {
    readonly id: string;
    readonly origin: string;
    readonly kind: 'producer' | 'aggregator';
    readonly standingConsent: boolean;
  };
  readonly product: { readonly id: string; readonly commodity: string; readonly unit: BaseUnit } & Pick<
    ProductDetails,
    'packaging' | 'soldInPackages'
  >;
  readonly producedOn: string;
  readonly bestBefore: string | undefined;
  readonly floorPrice: number;
  readonly law: LegalFacts;
  /** Its seller and contributors that are not verified. */
  readonly drafts: ReadonlySet<string>;
  /** Whether what is not verified waits until it is. */
  readonly draftsWait: boolean;
}

export function makeLot(pool: Pool, { seller, product, drafts, draftsWait, ...common }: Common): Lot {
  const makers = new Set([seller.id, ...pool.contributions.map(({ producerId }) => producerId)]);
  return {
    ...common,
    ...pool,
    verified: drafts.size === 0,
    heldFor: draftsWait ? [...drafts].filter((id) => makers.has(id)) : [],
    id: uuidv7(),
    origin: seller.origin,
    sellerId: seller.id,
    pooled: seller.kind === 'aggregator',
    productId: product.id,
    commodity: product.commodity,
    unit: product.unit,
    sack: sackOf(product),
    standingConsent: seller.standingConsent,
  };
}
