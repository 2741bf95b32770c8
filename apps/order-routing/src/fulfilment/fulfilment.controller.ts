import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { deterministicUuid } from '#kernel/uuid.js';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { requireIdempotency } from '#platform/database/transactions.js';
import { IdPipe } from '#platform/http/validate.js';
import { FindFulfilment, type SettlementView } from './find-fulfilment.js';
import { Fulfil } from './fulfil.js';
import { DispatchDto, PaymentDto, ReceiptDto } from './fulfilment.dto.js';

/** From the offer to the rupiah paid out. Every POST wants an Idempotency-Key. */
@Controller('api/orders')
export class FulfilmentController {
  constructor(
    private readonly fulfil: Fulfil,
    private readonly find: FindFulfilment,
  ) {}

  @Get('allocations/offers')
  @Allow('allocations:answer')
  offers(@CurrentCaller() caller: Caller): Promise<{ items: unknown[] }> {
    return this.find.offers(caller);
  }

  @Post('allocations/:id/confirmation')
  @HttpCode(200)
  @Allow('allocations:answer')
  async confirm(@CurrentCaller() caller: Caller, @Param('id', IdPipe) allocationId: string): Promise<unknown> {
    const input = { kind: 'allocation-confirmed', payload: { allocationId } } as const;
    return this.fulfil.run(caller, 'origin', await this.fulfil.allocation(allocationId), input);
  }

  /** Its goods are held until their hold is released; the promise is bound again. */
  @Post('allocations/:id/refusal')
  @HttpCode(200)
  @Allow('allocations:answer')
  async refuse(@CurrentCaller() caller: Caller, @Param('id', IdPipe) allocationId: string): Promise<unknown> {
    const input = { kind: 'allocation-refused', payload: { allocationId } } as const;
    return this.fulfil.run(caller, 'origin', await this.fulfil.allocation(allocationId), input);
  }

  @Post('lots/:id/hold-release')
  @HttpCode(200)
  @Allow('allocations:answer')
  async releaseHold(@CurrentCaller() caller: Caller, @Param('id', IdPipe) lotId: string): Promise<unknown> {
    const input = { kind: 'hold-released', payload: { lotId } } as const;
    return this.fulfil.run(caller, 'origin', await this.fulfil.lot(lotId), input);
  }

  @Post(':id/shipments')
  @Allow('shipments:send')
  async dispatch(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) orderId: string,
    @Body() { allocations, legs }: DispatchDto,
  ): Promise<unknown> {
    const { scope, key } = requireIdempotency();
    const payload = {
      shipmentId: deterministicUuid('shipment', scope, key),
      orderId,
      allocationIds: allocations ?? (await this.fulfil.confirmed(orderId)),
      legs: legs.map(({ from, to, mode, eta }) => ({ from, to, mode, eta })),
    };
    return this.fulfil.run(caller, 'origin', await this.fulfil.order(orderId), {
      kind: 'shipment-dispatched',
      payload,
    });
  }

  @Get(':id/shipments')
  @Allow('orders:read')
  shipments(@CurrentCaller() caller: Caller, @Param('id', IdPipe) orderId: string): Promise<{ items: unknown[] }> {
    return this.find.shipments(caller, orderId);
  }

  /** @param leg from 1, as people count */
  @Post('shipments/:id/legs/:leg/arrival')
  @HttpCode(200)
  @Allow('shipments:send')
  async arrive(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) shipmentId: string,
    @Param('leg', ParseIntPipe) leg: number,
  ): Promise<unknown> {
    const input = { kind: 'leg-arrived', payload: { shipmentId, leg: leg - 1 } } as const;
    return this.fulfil.run(caller, 'origin', await this.fulfil.shipment(shipmentId), input);
  }

  @Post('shipments/:id/receipt')
  @HttpCode(200)
  @Allow('shipments:receive')
  async receive(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) shipmentId: string,
    @Body() { items, moisture }: ReceiptDto,
  ): Promise<unknown> {
    const payload = {
      shipmentId,
      items: items.map(({ allocation, accepted, damaged }) => ({ allocationId: allocation, accepted, damaged })),
      moisture: moisture ?? null,
    };
    const parties = await this.fulfil.shipment(shipmentId);
    return this.fulfil.run(caller, 'partner', parties, { kind: 'shipment-received', payload });
  }

  @Get(':id/settlement')
  @Allow('orders:read')
  settlement(@CurrentCaller() caller: Caller, @Param('id', IdPipe) orderId: string): Promise<SettlementView> {
    return this.find.settlement(caller, orderId);
  }

  /** The origin records what the buyer has paid. */
  @Post(':id/payments')
  @HttpCode(200)
  @Allow('payments:record')
  async pay(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) orderId: string,
    @Body() { amount, reference }: PaymentDto,
  ): Promise<unknown> {
    const input = { kind: 'payment-recorded', payload: { orderId, amount, reference } } as const;
    return this.fulfil.run(caller, 'origin', await this.fulfil.order(orderId), input);
  }
}
