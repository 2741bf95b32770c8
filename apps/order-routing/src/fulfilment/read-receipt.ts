import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError, faultAt } from '#kernel/domain-error.js';
import { toBaseUnits, type BaseUnit, type TradeUnit } from '#kernel/quantity.js';
import { says } from '#kernel/refusals/sentences.js';
import { UNIT_WORDS } from '#kernel/refusals/state-words.js';
import type { ReceivedItem } from '../domain/ledger/receipt-items.js';
import type { ReceiptDto, ReceiptItemDto } from './fulfilment.dto.js';

/** What was sent of an allocation. */
interface Sent {
  readonly id: string;
  readonly unit: BaseUnit;
  /** Base units. */
  readonly quantity: number;
}

/** So much of what was sent is believed to be missing without a second word, in percent. */
const BELIEVED_PERCENT = 20;

/** Reads a receipt of valid shape against what was sent: a slip of the unit must not write a village's goods off. */
@Injectable()
export class ReadReceipt {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * @returns what was counted, in base units
   * @throws DomainError INVALID.receipt for goods that were not sent, QUANTITY_…, UNIT_MISMATCH, MISSING_UNCONFIRMED; with
   *   pointers
   */
  async items({ items, confirmMissing }: ReceiptDto): Promise<ReceivedItem[]> {
    const rows = await this.dataSource.query<Sent[]>(
      `SELECT a.id, l.unit, a.quantity::float8 AS quantity FROM allocation a JOIN lot l ON l.id = a.lot_id
       WHERE a.id = ANY($1)`,
      [items.map(({ allocation }) => allocation)],
    );
    const sent = new Map(rows.map((row) => [row.id, row]));
    return items.map((item, index) => {
      const goods = sent.get(item.allocation);
      if (!goods) throw new DomainError('INVALID.receipt');
      const read = counted(item, goods, index);
      const missing = goods.quantity - read.accepted - read.damaged;
      if (!confirmMissing && missing * 100 > goods.quantity * BELIEVED_PERCENT) {
        throw unconfirmed(goods, missing, index);
      }
      return read;
    });
  }
}

function counted(
  { allocation, accepted, damaged, unit, sacks }: ReceiptItemDto,
  goods: Sent,
  index: number,
): ReceivedItem {
  const inBaseUnits = (value: number | string, field: string): number => {
    try {
      return baseUnitsOf(value, unit, goods.unit);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const at = error.code === 'UNIT_MISMATCH' ? 'unit' : field;
      throw error.withFaults([faultAt(`/items/${String(index)}/${at}`, error.said)]);
    }
  };
  return {
    allocationId: allocation,
    accepted: inBaseUnits(accepted, 'accepted'),
    damaged: inBaseUnits(damaged, 'damaged'),
    ...(sacks === undefined ? {} : { sacks }),
  };
}

function baseUnitsOf(value: number | string, unit: TradeUnit, base: BaseUnit): number {
  if (Number(value) !== 0) return toBaseUnits(value, unit, base);
  // None is none in every unit that these goods have.
  toBaseUnits(1, unit, base);
  return 0;
}

function unconfirmed({ id, quantity, unit }: Sent, missing: number, index: number): DomainError {
  const said = { id, missing, sent: quantity, unit: UNIT_WORDS[unit] };
  return new DomainError('MISSING_UNCONFIRMED', said, [
    faultAt(`/items/${String(index)}/accepted`, says('missing-unconfirmed', { missing, sent: quantity })),
  ]);
}
