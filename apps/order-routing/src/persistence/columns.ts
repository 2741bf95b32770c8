/** Select lists whose rows are the domain's own objects: the reverse of rows.ts. Dates as text, instants as Date. */

export const AGREEMENT = `id, partner, stage, edition, effective_from AS "effectiveFrom", effective_to AS "effectiveTo"`;

export const TERM = `id, agreement_id AS "agreementId", partner, destination, edition, commodity, unit, quota, period,
  minimum_lot AS "minimumLot", reserved, release_hour AS "releaseHour",
  minimum_price AS "minimumPrice", maximum_price AS "maximumPrice",
  freight, transit_days AS "transitDays", certificates, removed`;

export const LOT = `id, seller_id AS "sellerId", pooled, product, commodity, unit, sack, declared,
  produced_on::text AS "producedOn", best_before::text AS "bestBefore", floor_price AS "floorPrice", certificates,
  standing_consent AS "standingConsent", contributions_count AS "contributionsCount",
  contributions_hash AS "contributionsHash", received, chunks, free, held, offered, confirmed,
  in_transit AS "inTransit", delivered, withdrawn, written_off AS "writtenOff", expired, spoiled, recalled,
  on_hold AS "onHold", suspended, runs, version`;

export const CELL = `terms_id AS "termId", agreement_id AS "agreementId", period, capacity, consumed, version`;

export const ORDER = `id, partner, placed_by AS "placedBy", buyer, reference, placed_at AS "placedAt", status, owed, paid, version`;

export const LINE = `id, order_id AS "orderId", journal, position, deliver_to AS "deliverTo", commodity, unit, wanted,
  max_landed_price AS "maxLandedPrice", certificates, need_by::text AS "needBy", min_life_days AS "minLifeDays", minimum,
  partial, parts, promised, allocated, dispatched, accepted, terms_id AS "termId", takes, unfilled, status, version`;

export const ALLOCATION = `id, run_id AS "runId", line_id AS "lineId", order_id AS "orderId", lot_id AS "lotId",
  terms_id AS "termId", partner, quantity, unit_price AS "unitPrice", freight, status, accepted, damaged, missing,
  why, version`;

export const SHIPMENT = `id, order_id AS "orderId", partner, allocation_ids AS "allocationIds", legs,
  dispatched_at AS "dispatchedAt", received_at AS "receivedAt", moisture, version`;
