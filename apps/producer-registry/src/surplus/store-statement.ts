import { UMKM_CLASSES, type ProducerStatus, type UmkmClass } from '#kernel/states.js';
import { addDays, localDateAt } from '#kernel/local-date.js';
import { uuidv7 } from '#kernel/uuid.js';
import type { Tx } from '#platform/database/transactions.js';
import { makeLot, type Lot } from '../domain/lot.js';
import { makePools } from '../domain/pool.js';
import { surplusOf, type MemberFigures } from '../domain/statement.js';
import { holdUntilVerified, selfDeclaredOf } from '../persistence/verification-holds.js';
import { heldCertificates } from '../persistence/held-certificates.js';
import { insertLot, insertStatement } from '../persistence/insert-statement.js';
import type { ProductRow, SellerRow } from './find-seller.js';
import { lotEvents } from './lot-events.js';

/** What is said of a statement as a whole. */
export interface StatementHead {
  readonly sellerId: string;
  readonly productId: string;
  readonly date: string;
  readonly bestBefore?: string | undefined;
  readonly floorPrice: number;
}

/** Stores a statement and hands its surplus to routing as lots: one per set of certificates. */
export async function storeStatement(
  tx: Tx,
  input: {
    statement: StatementHead;
    seller: SellerRow;
    product: ProductRow;
    lines: readonly MemberFigures[];
    /** Seller and contributors that are not verified. */
    drafts: ReadonlySet<string>;
    now: Date;
  },
): Promise<{ id: string; lots: Lot[] }> {
  const { statement, seller, product, lines, drafts, now } = input;
  const held = await heldCertificates(tx, [seller.id, ...lines.map(({ producerId }) => producerId)], {
    seller: seller.id,
    commodity: product.commodity,
    on: localDateAt(now, seller.origin),
    madeOn: statement.date,
  });
  const pools = makePools(
    lines.map((line) => ({ producerId: line.producerId, quantity: surplusOf(line) })),
    held.get(seller.id) ?? [],
    held,
  );
  const life = product.shelfLifeDays;
  const bestBefore = statement.bestBefore ?? (life === null ? undefined : addDays(statement.date, life));
  const law = { asksFor: product.lawAsksFor, packs: product.packs, makers: await largestClass(tx, lines) };
  const draftsWait = drafts.size > 0 && (await selfDeclaredOf(tx, seller.origin)) === 'held';
  const id = uuidv7();
  await insertStatement(tx, { id, origin: seller.origin, statement, bestBefore, lines, now });
  const lots = pools.map((pool) =>
    makeLot(pool, {
      statementId: id,
      seller,
      product,
      producedOn: statement.date,
      bestBefore,
      law,
      drafts,
      draftsWait,
      floorPrice: statement.floorPrice,
    }),
  );
  for (const lot of lots) {
    const events = lotEvents(lot);
    await insertLot(tx, lot, events.length);
    await holdUntilVerified(tx, lot.id, lot.heldFor);
    tx.publish(...events);
  }
  return { id, lots };
}

/** Of a seller and its contributors, those that are not verified. */
export function draftsAmong(
  seller: { readonly id: string; readonly status: ProducerStatus },
  contributors: ReadonlyMap<string, ProducerStatus>,
): ReadonlySet<string> {
  const all = [[seller.id, seller.status] as const, ...contributors];
  return new Set(all.filter(([, status]) => status !== 'verified').map(([id]) => id));
}

/** The largest class among those who made the goods: the law asks more of larger makers. */
async function largestClass(tx: Tx, lines: readonly MemberFigures[]): Promise<UmkmClass> {
  const rows = await tx.query<{ umkmClass: UmkmClass }>(
    'SELECT DISTINCT umkm_class AS "umkmClass" FROM producer WHERE id = ANY($1::uuid[])',
    [lines.map(({ producerId }) => producerId)],
  );
  const classes = new Set(rows.map(({ umkmClass }) => umkmClass));
  return UMKM_CLASSES.findLast((each) => classes.has(each)) ?? 'micro';
}
