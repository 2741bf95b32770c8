import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { deterministicUuid } from '#kernel/uuid.js';
import { Exports } from '#files/exports/exports.js';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { callContext } from '#platform/context/call-context.js';
import { requireIdempotency } from '#platform/database/transactions.js';
import type { AcceptedLater } from '#platform/http/accepted-later.js';
import { Describe } from '#platform/http/describe.js';
import { IdPipe, OrdinalPipe } from '#platform/http/validate.js';
import type { PaperRule } from '../domain/ledger/paper-rules.js';
import { capacityOf } from './capacity.js';
import { FindLoads, type LoadView } from './find-loads.js';
import { readParts } from './read-parts.js';
import { Fulfil, type Changed } from './fulfil.js';
import { EtaDto, LoadDto } from './loads.dto.js';

/** What left in a load. */
export interface LoadSent {
  readonly id: string;
  /** One for each order that has goods in it. */
  readonly shipments: readonly { readonly id: string; readonly order: string }[];
}

/** Goods of several orders and sellers that leave together. */
@Controller('api/orders')
export class LoadsController {
  constructor(
    private readonly fulfil: Fulfil,
    private readonly find: FindLoads,
  ) {}

  /** Sends a load: confirmed allocations, or parts of them, of several orders to one place. */
  @Post('loads')
  @Allow('shipments:send')
  @Describe({ refuses: ['NOT_FOUND', 'ILLEGAL_TRANSITION'] })
  async send(
    @CurrentCaller() caller: Caller,
    @Body() { parts, legs, vehicle, capacity, carrier, papers }: LoadDto,
  ): Promise<LoadSent | AcceptedLater> {
    const { scope, key } = requireIdempotency();
    const loadId = deterministicUuid('load', scope, key);
    const parties = await this.fulfil.load(
      loadId,
      parts.map(({ allocation }) => allocation),
    );
    this.fulfil.refuseStranger(caller, 'origin', parties);
    const payload = {
      loadId,
      parts: readParts(parts, parties.units),
      legs: legs.map(({ from, to, mode, eta }) => ({ from, to, mode, eta })),
      vehicle: vehicle ? { kind: vehicle.kind, number: vehicle.number ?? null } : null,
      capacity: capacity ? capacityOf(capacity) : null,
      carrier: carrier ?? null,
      papers: papers.map(({ kind, number, missing }) => ({ kind, number: number ?? null, missing: missing ?? null })),
    };
    return this.fulfil.run(caller, 'origin', parties, { kind: 'load-dispatched', payload });
  }

  /** Papers that go with goods of the caller's origin, and on which ways. */
  @Get('loads/papers')
  @Allow('shipments:send')
  @Exports({
    file: 'surat-muatan',
    columns: { Surat: 'title', Mulai: 'from', Dasar: 'basis', Id: 'id' },
  })
  papers(@CurrentCaller() caller: Caller): Promise<{ items: readonly PaperRule[] }> {
    return this.find.papers(caller.region);
  }

  /** A load with what it carries; a partner sees its own part of it. */
  @Get('loads/:id')
  @Allow('orders:read')
  load(@CurrentCaller() caller: Caller, @Param('id', IdPipe) loadId: string): Promise<LoadView> {
    return this.find.one(caller, loadId);
  }

  /**
   * Changes when a shipment, with all of its load, is expected at the end of a leg. Later legs move by as many days.
   *
   * @param leg from 1, as people count
   */
  @Post('shipments/:id/legs/:leg/eta')
  @HttpCode(200)
  @Allow('shipments:send')
  @Describe({ refuses: ['ILLEGAL_TRANSITION'] })
  async reschedule(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) shipmentId: string,
    @Param('leg', OrdinalPipe) leg: number,
    @Body() { eta, reason }: EtaDto,
  ): Promise<Changed | AcceptedLater> {
    const payload = { shipmentId, leg: leg - 1, eta, reason, by: callContext().principal };
    const parties = await this.fulfil.shipment(shipmentId);
    return this.fulfil.run(caller, 'origin', parties, { kind: 'eta-changed', payload });
  }
}
