import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Words } from '#kernel/refusals/words.js';
import { says } from '#kernel/refusals/sentences.js';
import { isRegionCode } from '#kernel/region-code.js';
import { commodityInWords, commodityNamed } from '#kernel/commodity-names.js';
import { CERTIFICATE_KINDS, type Use } from '#kernel/states.js';
import { DomainError } from '#kernel/domain-error.js';
import type { Caller } from '#platform/access/allow.js';
import { Transactions } from '#platform/database/transactions.js';
import { validate } from '#platform/http/validate.js';
import { sackOf, times } from '#files/uploads/row-words.js';
import { present, type RowFault, type RowReader } from '#files/uploads/row-reader.js';
import {
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
import { PlaceOrderDto } from '../orders/order.dto.js';
import { PlaceOrder } from '../orders/place-order.js';
import { ReadOrder } from '../orders/read-order.js';
import { inOrder } from './in-order.js';
import { dateOf, standingUnder } from '../runtime/meanings.js';
import { KnownKeys, scopeOfFiles } from './known-keys.js';
import { doubtsOf } from './order-doubts.js';
import { meaningOf } from './meaning.js';
import { ORDER_COLUMNS, type Field } from './order-columns.js';
import { outcomeOf, type Outcome } from './outcome.js';

/** Orders begun and not yet answered. */
const IN_FLIGHT = 512;

const USE_WORDS: Readonly<Record<string, Use>> = {
  'dijual lagi': 'resale',
  'dijual kembali': 'resale',
  'jual kembali': 'resale',
  resale: 'resale',
  'bahan baku': 'raw-material',
  'raw material': 'raw-material',
  'raw-material': 'raw-material',
  'dikemas ulang': 'repacking',
  'kemas ulang': 'repacking',
  repacking: 'repacking',
};

/** A file of orders: one row is one order, placed under the row's own key. docs/decisions/0011-order-intake.md */
@Injectable()
export class OrderRows implements UploadKind<Field> {
  readonly name = 'orders';
  readonly columns = ORDER_COLUMNS;
  readonly chunkRows = 1_000;

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly orders: ReadOrder,
    private readonly placeOrder: PlaceOrder,
  ) {}

  read(row: RowReader<Field>): ReadRow {
    const unit = row.unit('unit');
    const sack = sackOf(unit ?? '');
    if (sack?.size === null) row.fault('unit', 'UNIT_MISMATCH', says('sack-unknown'));
    const inKilograms = (decimal: string | undefined): string | undefined =>
      decimal === undefined || !sack?.size ? decimal : times(decimal, sack.size);
    const line = present({
      commodity: commodityOf(row.text('commodity')),
      quantity: inKilograms(row.decimal('quantity', 'unit')),
      unit: sack ? 'kg' : unit,
      minimum: inKilograms(row.decimal('minimum', 'unit')),
      maxLandedPrice: row.whole('maxLandedPrice'),
      certificates: row.certificates('certificates', CERTIFICATE_KINDS),
      needBy: row.date('needBy'),
      minLifeDays: row.whole('minLifeDays'),
      deliverTo: row.region('deliverTo'),
      use: row.choice('use', USE_WORDS),
      partial: row.yesNo('partial'),
    });
    const buyer = present({ name: row.name('buyer'), nib: row.digits('nib', 13), npwp: row.digits('npwp') });
    const body = present({ origin: row.region('origin'), reference: row.text('reference'), buyer, lines: [line] });
    return { key: row.key('key'), body };
  }

  async check(caller: Caller, rows: readonly RowToCheck<Field>[]): Promise<CheckedRow<Field>[]> {
    const keys = await KnownKeys.of(this.dataSource, caller.region, rows);
    const checked: CheckedRow<Field>[] = [];
    for (const row of rows) {
      const { meaning, ...read } = await this.checkOne(caller, row);
      const known = meaning === undefined ? [] : keys.faults(row.key, meaning);
      checked.push({ ...read, faults: [...read.faults, ...known], ...(meaning === undefined ? {} : { meaning }) });
    }
    return checked;
  }

  async standing(meanings: readonly string[]): Promise<ReadonlyMap<string, Words>> {
    const orders = await standingUnder(this.dataSource, meanings);
    return new Map([...orders].map(([meaning, order]) => [meaning, says('ordered-on', { date: dateOf(order) })]));
  }

  /** By the rules of every order, of shape and then of what is known today. */
  private async checkOne(caller: Caller, { key, body, known }: RowToCheck<Field>): Promise<CheckedRow<Field>> {
    try {
      const order = await validate(PlaceOrderDto, body);
      if (known.some(({ amber }) => !amber)) return { body: order, faults: [] };
      const { lines } = await this.orders.read(caller, order);
      // With the defaults in it: what was checked is what is placed.
      return {
        body: order,
        faults: doubtsOf(lines, this.orders.today(caller.region)),
        meaning: meaningOf(caller.region, order, lines, key),
      };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const faults = faultsOf(error, known, body);
      if (error.code !== 'COMMODITY_UNKNOWN') return { body, faults };
      const names = (await this.orders.commodities()).slice(0, 20).map(commodityInWords);
      const list = { id: names.map(({ id }) => id).join(', '), en: names.map(({ en }) => en).join(', ') };
      const said = says('commodity-unknown', { list });
      return { body, faults: faults.map((fault) => ({ ...fault, said })) };
    }
  }

  async isUndone(upload: string): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      `SELECT 1 FROM upload_row r JOIN orders o ON o.id::text = r.outcome->'order'->>'id'
       WHERE r.upload_id = $1 AND r.outcome->>'status' = 'placed' AND o.status = 'cancelled' LIMIT 1`,
      [upload],
    );
    return rows.length > 0;
  }

  async place(job: PlacingJob, rows: readonly WaitingRow[], keep: RecordOutcomes): Promise<boolean> {
    const outcomes: Placed[] = [];
    for await (const ready of inOrder(rows, IN_FLIGHT, (row) => this.placeOne(job, row))) outcomes.push(...ready);
    const decided = await this.kept(outcomes);
    // The market's owner is away: what was left to it gets its outcome when the same rows are placed again.
    if (decided.length === 0) await sleep(500);
    return this.transactions.run((tx) => keep(tx, decided));
  }

  private async placeOne({ region, subject }: PlacingJob, { number, key, meaning, body }: WaitingRow) {
    const caller: Caller = { region, subject, roles: ['partner-intake'], scope: 'own' };
    const actor = { principal: subject, correlationId: key };
    const call = { scope: scopeOfFiles(region), key, actor, meaning: meaning ?? undefined };
    return { number, meaning, outcome: await outcomeOf(this.placeOrder.run(caller, body as PlaceOrderDto, call)) };
  }

  /** What was ordered before is no error of a row: it is told which order that is. */
  private async kept(outcomes: readonly Placed[]): Promise<{ number: number; outcome: RowOutcome }[]> {
    const known = outcomes.flatMap(({ meaning, outcome }) => (isKnown(outcome) && meaning !== null ? [meaning] : []));
    const orders = await standingUnder(this.dataSource, known);
    return outcomes.flatMap(({ number, meaning, outcome }): { number: number; outcome: RowOutcome }[] => {
      if (outcome.status === 'pending') return [];
      if (outcome.status === 'placed') return [{ number, outcome }];
      if (!isKnown(outcome)) return [{ number, outcome: refusedRow(outcome.refusal) }];
      const order = orders.get(meaning ?? '');
      return [{ number, outcome: { status: 'standing', ...(order ? { order: { id: order.id } } : {}) } }];
    });
  }
}

function commodityOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : commodityNamed(text);
}

interface Placed {
  readonly number: number;
  readonly meaning: string | null;
  readonly outcome: Outcome;
}

function isKnown(outcome: Outcome): boolean {
  return outcome.status === 'refused' && outcome.refusal.code === 'ALREADY_EXISTS';
}

/** @param body as it was read: what is wrong with a code that is written well, its own words say better than its column's */
function faultsOf({ code, faults }: DomainError, known: readonly RowFault<Field>[], body: object): RowFault<Field>[] {
  if (faults.length === 0) return [code === 'ORIGIN_REQUIRED' ? { field: 'origin', code } : { code }];
  const fields = new Set(faults.map(({ pointer }) => fieldAt(pointer)));
  for (const { field, amber } of known) if (!amber) fields.delete(field);
  const { origin = '', lines: [{ deliverTo = '' } = {}] = [] } = body as {
    readonly origin?: string;
    readonly lines?: readonly { readonly deliverTo?: string }[];
  };
  const written: Partial<Record<Field, string>> = { origin, deliverTo };
  return [...fields].map((field): RowFault<Field> => {
    if (field === undefined) return { code };
    const { said } = faults.find(({ pointer }) => fieldAt(pointer) === field) ?? {};
    return said && isRegionCode(written[field] ?? '') ? { field, code, said } : { field, code };
  });
}

/** Which cell a JSON pointer into the order means. */
function fieldAt(pointer: string): Field | undefined {
  const name = /^\/lines\/0\/(\w+)/.exec(pointer)?.[1] ?? /^\/buyer\/(\w+)/.exec(pointer)?.[1] ?? pointer.slice(1);
  return name === 'name' ? 'buyer' : (name as Field);
}
