import { Injectable } from '@nestjs/common';
import { BusinessClock } from '#kernel/business-clock.js';
import { says } from '#kernel/refusals/sentences.js';
import { DomainError } from '#kernel/domain-error.js';
import { localDateAt } from '#kernel/local-date.js';
import type { Caller } from '#platform/access/allow.js';
import { dataScopeOf } from '#platform/access/data-scope.js';
import { Transactions, type Tx } from '#platform/database/transactions.js';
import { present, type RowFault, type RowReader } from '#files/uploads/row-reader.js';
import {
  enteredRow,
  refusedRow,
  type CheckedRow,
  type RecordOutcomes,
  type PlacingJob,
  type ReadRow,
  type RowOutcome,
  type RowToCheck,
  type UploadKind,
  type WaitingRow,
} from '#files/uploads/upload-kind.js';
import { idsByReference } from '../persistence/ids-by-reference.js';
import { PRODUCT } from '../persistence/tables.js';
import { lockContributors } from './find-contributors.js';
import { findProduct, findSeller, type ProductRow } from './find-seller.js';
import { readStockRow, type StatedRow, type StockRow } from './read-stock-row.js';
import { STATEMENT_COLUMNS, type Field } from './statement-columns.js';
import { areSame, keepDelivery, lineOf, statedFigures, sumOf } from './stated-figures.js';
import { draftsAmong, storeStatement } from './store-statement.js';
import type { MemberFigures } from '../domain/statement.js';

/** Statements in one transaction, which may take five seconds; the rest of a chunk comes again. */
const MOST_STATEMENTS = 100;

/** A file of stock: rows of one seller, product, day and price make one statement, once each. */
@Injectable()
export class StatementRows implements UploadKind<Field> {
  readonly name = 'stock-statements';
  readonly columns = STATEMENT_COLUMNS;
  readonly chunkRows = 10_000;

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: BusinessClock,
  ) {}

  read(row: RowReader<Field>): ReadRow {
    const body = present({
      seller: row.text('seller'),
      producer: row.text('producer'),
      product: row.text('product'),
      date: row.date('date'),
      delivery: row.key('delivery'),
      unit: row.unit('unit'),
      produced: row.decimal('produced', 'unit'),
      committedToExport: row.decimal('committedToExport', 'unit'),
      committedAtHome: row.decimal('committedAtHome', 'unit'),
      held: row.decimal('held', 'unit'),
      floorPrice: row.whole('floorPrice'),
      bestBefore: row.date('bestBefore'),
    });
    return { body };
  }

  check(caller: Caller, rows: readonly RowToCheck<Field>[]): Promise<CheckedRow<Field>[]> {
    const bodies = rows.map(({ body }) => body as StockRow);
    return this.transactions.run(async (tx) => {
      const producers = await idsByReference(
        tx,
        dataScopeOf(caller),
        bodies.map(({ producer = '' }) => producer),
      );
      const { aggregator } = dataScopeOf(caller);
      const sellers = bodies.map(({ seller = '' }) => seller);
      const aggregators = await idsByReference(tx, dataScopeOf(caller), sellers, 'aggregator');
      const products = await productsByName(tx, caller.region, bodies);
      const today = localDateAt(this.clock.now(), caller.region);
      const checked = bodies.map((body, index): CheckedRow<Field> => {
        const read = readStockRow(body, { producers, aggregators, products, today, mustSell: aggregator });
        const known = new Set(rows[index]?.known.filter(({ amber }) => !amber).map(({ field }) => field));
        return { body: read.body, faults: read.faults.filter(({ field }) => !known.has(field)) };
      });
      return this.withStanding(tx, checked, rows);
    });
  }

  /** Of a file that was mended and sent whole: what is stated already is said, and not stated again. */
  private async withStanding(
    tx: Tx,
    checked: readonly CheckedRow<Field>[],
    rows: readonly RowToCheck<Field>[],
  ): Promise<CheckedRow<Field>[]> {
    const isGood = ({ faults }: CheckedRow<Field>, index: number): boolean =>
      [...faults, ...(rows[index]?.known ?? [])].every(({ amber }) => amber);
    const stated = await statedFigures(
      tx,
      checked.filter(isGood).map(({ body }) => body as StatedRow),
    );
    return checked.map((row, index) => {
      if (!isGood(row, index) || !stated.has(lineOf(row.body as StatedRow))) return row;
      const fault: RowFault<Field> = { code: 'ALREADY_EXISTS', said: says('stated-before'), amber: true };
      return { ...row, faults: [...row.faults, fault] };
    });
  }

  place({ region }: PlacingJob, rows: readonly WaitingRow[], keep: RecordOutcomes): Promise<boolean> {
    return this.transactions.run(async (tx) => {
      const outcomes: { number: number; outcome: RowOutcome }[] = [];
      for (const statement of statementsOf(rows).slice(0, MOST_STATEMENTS)) {
        outcomes.push(...(await this.state(tx, region, statement)));
      }
      return keep(tx, outcomes);
    });
  }

  /** Whoever cannot be stated for is refused; the others' statement stands without them. */
  private async state(
    tx: Tx,
    region: string,
    rows: readonly Stated[],
  ): Promise<{ number: number; outcome: RowOutcome }[]> {
    const [first] = rows;
    if (!first) return [];
    const seller = await findSeller(tx, { origin: region, aggregator: null }, first.body.sellerId);
    const product = await findProduct(tx, region, first.body.productId);
    const standing = await lockContributors(
      tx,
      seller,
      rows.map(({ body }) => body),
    );
    const before = await statedFigures(
      tx,
      rows.map(({ body }) => body),
    );
    const lines: MemberFigures[] = [];
    const outcomes = membersOf(rows).flatMap((own) => {
      const [{ body }] = own;
      const { producerId } = body;
      const figures = sumOf(own.map((row) => row.body));
      const stated = before.get(lineOf(body));
      const refusal = refusalOf(standing.get(producerId), seller.status, stated !== undefined);
      const stands = stated !== undefined && areSame(stated, figures);
      if (!refusal) lines.push({ producerId, ...figures });
      const outcome = refusal && !stands ? refusedRow(refusal) : enteredRow(!stands);
      return own.map(({ number }) => ({ number, outcome }));
    });
    const stating = new Set(lines.map(({ producerId }) => producerId));
    const drafts = draftsAmong(seller, new Map([...standing].filter(([producer]) => stating.has(producer))));
    const now = this.clock.now();
    if (lines.length > 0) {
      const { id } = await storeStatement(tx, { statement: first.body, seller, product, lines, drafts, now });
      await keepDelivery(tx, id, first.body, lines);
    }
    return outcomes;
  }
}

interface Stated {
  readonly number: number;
  readonly body: StatedRow;
}

/** In the order of their sellers, so that two files wait for each other. */
function statementsOf(rows: readonly WaitingRow[]): Stated[][] {
  const statements = new Map<string, Stated[]>();
  for (const { number, body } of rows) {
    const row = body as StatedRow;
    const { sellerId, productId, date, floorPrice, bestBefore, delivery = '' } = row;
    const key = [sellerId, productId, date, floorPrice, bestBefore, delivery].join(' ');
    const statement = statements.get(key);
    if (statement) statement.push({ number, body: row });
    else statements.set(key, [{ number, body: row }]);
  }
  return [...statements.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, statement]) => statement);
}

/** Rows by whose stock they are: two deliveries of one day are one line. */
function membersOf(rows: readonly Stated[]): [Stated, ...Stated[]][] {
  const members = new Map<string, [Stated, ...Stated[]]>();
  for (const row of rows) {
    const own = members.get(row.body.producerId);
    if (own) own.push(row);
    else members.set(row.body.producerId, [row]);
  }
  return [...members.values()];
}

function refusalOf(standing: string | undefined, seller: string, stated: boolean): DomainError | undefined {
  const lost = (status: string): boolean => status === 'suspended' || status === 'closed';
  if (standing === undefined) return new DomainError('NOT_A_MEMBER');
  if (lost(standing) || lost(seller)) {
    return new DomainError('PRODUCER_SUSPENDED');
  }
  return stated ? new DomainError('ALREADY_EXISTS.statement') : undefined;
}

async function productsByName(tx: Tx, origin: string, rows: readonly StockRow[]): Promise<Map<string, ProductRow>> {
  const found = await tx.query<ProductRow>(
    `SELECT ${PRODUCT.columns} FROM product WHERE origin = $1 AND lower(name) = ANY($2::text[])`,
    [origin, [...new Set(rows.map(({ product = '' }) => product.toLowerCase()))]],
  );
  return new Map(found.map((product) => [product.name.toLowerCase(), product]));
}
