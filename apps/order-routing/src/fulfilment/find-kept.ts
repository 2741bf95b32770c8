import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { chunksOf } from '#kernel/chunk-size.js';
import { notFound } from '#platform/http/validate.js';
import type { KeptReceipt, KeptRecords } from '../domain/ledger/kept-records.js';
import { ALLOCATION, LINE, LOT, ORDER } from '../persistence/tables.js';
import { SHIPMENT } from '../persistence/shipment-tables.js';

/** How often what an allocation earns was told: by its settlement, and by each correction. */
const TOLD = `(SELECT json_object_agg(a.id, coalesce(
    (SELECT (item->>'told')::int FROM receipt_correction c, jsonb_array_elements(c.items) AS item
     WHERE c.shipment_id = s.id AND item->>'allocationId' = a.id ORDER BY c.id DESC LIMIT 1),
    -(SELECT count(*)::int FROM settlement WHERE allocation_id = a.id)))
  FROM allocation a WHERE a.id = ANY(s.allocation_ids))`;

/** A payment as its entry has it. */
interface Payment {
  readonly amount: number;
  readonly reference: string;
}

/** Records that a market has let go of, as inputs carry them that go back to them. */
@Injectable()
export class FindKept {
  constructor(private readonly dataSource: DataSource) {}

  /** A payment with the order that it has paid. */
  async payment(orderId: string, id: number): Promise<Payment & { readonly kept: Omit<KeptRecords, 'lots'> }> {
    const [payment] = await this.dataSource.query<Payment[]>(
      'SELECT amount, reference FROM payment WHERE order_id = $1 AND id = $2',
      [orderId, id],
    );
    if (!payment) throw notFound();
    return { ...payment, kept: await this.order(orderId) };
  }

  /** A shipment that was received, with its goods, their lots and their order. */
  async receipt(shipmentId: string): Promise<KeptRecords & KeptReceipt> {
    const [row] = await this.dataSource.query<
      (Omit<KeptReceipt, 'shipment'> & { shipment: KeptReceipt['shipment'] })[]
    >(
      `SELECT (SELECT row_to_json(one) FROM (SELECT ${SHIPMENT.columns} FROM shipment WHERE id = s.id) AS one) AS shipment,
         (SELECT json_agg(one ORDER BY one.id) FROM (
            SELECT ${ALLOCATION.columns}, (
              SELECT json_agg(json_build_object('producerId', producer_id, 'quantity', quantity) ORDER BY position)
              FROM allocation_share WHERE allocation_id = allocation.id
            ) AS shares FROM allocation WHERE id = ANY(s.allocation_ids)) AS one) AS allocations,
         ${TOLD} AS told,
         (SELECT coalesce(sum(amount), 0)::bigint FROM payout WHERE order_id = s.order_id AND status <> 'rejected') AS "paidOut",
         (SELECT count(*)::int FROM merged_producer WHERE merged_producer.market = s.market) AS merges
       FROM shipment s WHERE s.id = $1`,
      [shipmentId],
    );
    if (!row) throw notFound();
    const told = Object.entries(row.told).map(([id, times]) => [id, times < 0 ? chunksOf(-times) : times] as const);
    const lots = await this.dataSource.query<KeptRecords['lots'][number][]>(
      `SELECT ${LOT.columns} FROM lot WHERE id = ANY($1) ORDER BY id`,
      [[...new Set(row.allocations.map(({ lotId }) => lotId))]],
    );
    return { ...(await this.order(row.shipment.orderId)), ...row, told: Object.fromEntries(told), lots };
  }

  private async order(id: string): Promise<Omit<KeptRecords, 'lots'>> {
    const [row] = await this.dataSource.query<Omit<KeptRecords, 'lots'>[]>(
      `SELECT (SELECT row_to_json(one) FROM (SELECT ${ORDER.columns} FROM orders WHERE id = o.id) AS one) AS "order",
         (SELECT json_agg(one ORDER BY one.position) FROM (
            SELECT ${LINE.columns}, o.partner FROM order_line WHERE order_id = o.id) AS one) AS lines
       FROM orders o WHERE o.id = $1`,
      [id],
    );
    if (!row) throw notFound();
    return row;
  }
}
