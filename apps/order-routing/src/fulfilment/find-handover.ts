import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { BaseUnit } from '#kernel/units.js';
import { DomainError } from '#kernel/domain-error.js';
import { covers } from '#kernel/region-code.js';
import type { Caller } from '#platform/access/allow.js';
import { notFound } from '#platform/http/validate.js';
import type { Order } from '../domain/ledger/order.js';
import type { Leg } from '../domain/ledger/legs.js';

/** What both sides sign when goods have changed hands. Quantities in base units. */
export interface Handover {
  readonly id: string;
  readonly origin: string;
  readonly partner: string;
  readonly order: { readonly id: string; readonly reference: string | null; readonly buyer: Order['buyer'] };
  readonly legs: readonly Leg[];
  readonly dispatchedAt: Date;
  readonly receivedAt: Date;
  /** Hundredths of a percent; null: not measured. */
  readonly moisture: number | null;
  readonly goods: readonly HandedOver[];
}

export interface HandedOver {
  readonly allocation: string;
  readonly lot: string;
  readonly commodity: string;
  readonly unit: BaseUnit;
  readonly sent: number;
  readonly accepted: number;
  readonly damaged: number;
  readonly missing: number;
}

@Injectable()
export class FindHandover {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws DomainError NOT_FOUND, also for who is neither side of the sale; NOT_RECEIVED */
  async one(caller: Caller, shipmentId: string): Promise<Handover> {
    const [row] = await this.dataSource.query<(Omit<Handover, 'receivedAt'> & { receivedAt: Date | null })[]>(
      `SELECT s.id, s.market AS origin, s.partner, s.legs, s.dispatched_at AS "dispatchedAt",
              s.received_at AS "receivedAt", s.moisture,
              json_build_object('id', o.id, 'reference', o.reference, 'buyer', o.buyer) AS "order",
              (SELECT json_agg(json_build_object('allocation', a.id, 'lot', a.lot_id, 'commodity', l.commodity,
                        'unit', l.unit, 'sent', a.quantity, 'accepted', a.accepted, 'damaged', a.damaged,
                        'missing', a.missing) ORDER BY l.position, a.id)
               FROM allocation a JOIN order_line l ON l.id = a.line_id
               WHERE a.id = ANY(s.allocation_ids)) AS goods
       FROM shipment s JOIN orders o ON o.id = s.order_id WHERE s.id = $1`,
      [shipmentId],
    );
    const own = row && (caller.region === row.origin || covers(caller.region, row.partner));
    if (!row || (caller.scope !== 'any' && !own)) throw notFound();
    const { receivedAt, ...rest } = row;
    if (receivedAt) return { ...rest, receivedAt };
    throw new DomainError('NOT_RECEIVED');
  }
}
