import { table } from '#platform/database/table.js';
import type { Load } from '../domain/ledger/load.js';
import type { Shipment } from '../domain/ledger/shipment.js';

/** How goods under way lie in tables. The column `market` is the origin regency. */

export const SHIPMENT = table<Shipment>()({
  name: 'shipment',
  key: ['id'],
  beside: ['market'],
  fields: {
    id: 'text',
    orderId: 'text',
    loadId: 'text?',
    partner: 'text',
    allocationIds: 'texts',
    legs: 'json',
    dispatchedAt: 'instant',
    receivedAt: 'instant?',
    payBy: 'date?',
    moisture: 'integer?',
    corrections: 'integer',
    version: 'integer',
  },
});

export const LOAD = table<Load>()({
  name: 'load',
  key: ['id'],
  beside: ['market'],
  fields: {
    id: 'text',
    destination: 'text',
    vehicle: 'json?',
    capacity: 'integer?',
    capacityUnit: 'text?',
    carrier: 'text?',
    papers: 'json',
    dispatchedAt: 'instant',
  },
});
