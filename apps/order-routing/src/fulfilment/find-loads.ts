import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AllocationStatus, ShipmentStatus } from '#kernel/states.js';
import type { BaseUnit } from '#kernel/units.js';
import { covers } from '#kernel/region-code.js';
import type { Caller } from '#platform/access/allow.js';
import { notFound } from '#platform/http/validate.js';
import type { Leg } from '../domain/ledger/legs.js';
import type { Load } from '../domain/ledger/load.js';
import { paperRules, type OfficePolicy } from '../domain/ledger/office-policy.js';
import type { PaperRule } from '../domain/ledger/paper-rules.js';
import { loadStatus, shipmentStatus } from '../domain/ledger/shipment-steps.js';
import { LOAD } from '../persistence/shipment-tables.js';

/** A load and where it is. Base units. */
export type LoadView = Omit<Load, 'dispatchedAt'> & {
  readonly origin: string;
  readonly dispatchedAt: string;
  /** Received: by every buyer who has goods in it. */
  readonly status: ShipmentStatus;
  readonly legs: readonly Leg[];
  /** How many orders have goods in it, also of others. */
  readonly orders: number;
  /** Those that the caller may see. */
  readonly shipments: readonly LoadShipment[];
};

/** What one order has in a load. */
export interface LoadShipment {
  readonly id: string;
  readonly order: string;
  readonly partner: string;
  readonly status: ShipmentStatus;
  readonly goods: readonly LoadedGoods[];
}

export interface LoadedGoods {
  readonly allocation: string;
  readonly lot: string;
  readonly seller: string;
  readonly commodity: string;
  readonly unit: BaseUnit;
  readonly quantity: number;
  readonly status: AllocationStatus;
  readonly accepted: number;
  readonly damaged: number;
  readonly missing: number;
}

interface LoadRow extends Load {
  readonly origin: string;
  readonly shipments: readonly (Omit<LoadShipment, 'status'> & {
    readonly legs: readonly Leg[];
    readonly receivedAt: string | null;
  })[];
}

@Injectable()
export class FindLoads {
  constructor(private readonly dataSource: DataSource) {}

  /** The table of papers of an origin. */
  async papers(origin: string): Promise<{ items: readonly PaperRule[] }> {
    const [row] = await this.dataSource.query<{ policy: OfficePolicy }[]>('SELECT policy FROM market WHERE id = $1', [
      origin,
    ]);
    return { items: paperRules(row?.policy ?? {}) };
  }

  /** @throws DomainError NOT_FOUND, also for who is neither its origin nor a buyer of it */
  async one(caller: Caller, id: string): Promise<LoadView> {
    const [row] = await this.dataSource.query<LoadRow[]>(
      `SELECT ${LOAD.columns}, load.market AS origin,
         (SELECT json_agg(json_build_object('id', s.id, 'order', s.order_id, 'partner', s.partner, 'legs', s.legs,
             'receivedAt', s.received_at, 'goods',
             (SELECT json_agg(json_build_object('allocation', a.id, 'lot', a.lot_id, 'seller', lot.seller_id,
                 'commodity', lot.commodity, 'unit', lot.unit, 'quantity', a.quantity, 'status', a.status,
                 'accepted', a.accepted, 'damaged', a.damaged, 'missing', a.missing) ORDER BY a.id)
              FROM allocation a JOIN lot ON lot.id = a.lot_id WHERE a.id = ANY(s.allocation_ids))) ORDER BY s.id)
          FROM shipment s WHERE s.load_id = load.id) AS shipments
       FROM load WHERE load.id = $1`,
      [id],
    );
    const sees = (partner: string): boolean =>
      caller.scope === 'any' || caller.region === row?.origin || covers(caller.region, partner);
    const own = row?.shipments.filter(({ partner }) => sees(partner)) ?? [];
    const [first] = own;
    if (!row || !first) throw notFound();
    const states = row.shipments.map(shipmentStatus);
    return {
      ...row,
      dispatchedAt: row.dispatchedAt.toISOString(),
      status: loadStatus(states),
      legs: first.legs,
      orders: row.shipments.length,
      shipments: own.map(({ legs, receivedAt, ...shipment }) => ({
        ...shipment,
        status: shipmentStatus({ legs, receivedAt }),
      })),
    };
  }
}
