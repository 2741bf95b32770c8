import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { deterministicUuid } from '#kernel/uuid.js';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { instant, number } from '#files/exports/column.js';
import { Exports } from '#files/exports/exports.js';
import { requireIdempotency } from '#platform/database/transactions.js';
import { Describe } from '#platform/http/describe.js';
import type { AcceptedLater } from '#platform/http/accepted-later.js';
import { IdPipe, OrdinalPipe } from '#platform/http/validate.js';
import { refuseLegs } from '../domain/ledger/legs.js';
import type { OrderView } from '../domain/views/order-view.js';
import { FindFulfilment, type OfferView, type SettlementView, type ShipmentView } from './find-fulfilment.js';
import { Fulfil, type Changed } from './fulfil.js';
import { DispatchDto, PaymentDto, ReceiptDto } from './fulfilment.dto.js';
import { RecordReceipt } from './record-receipt.js';

/** From the offer to the rupiah paid out. Every POST wants an Idempotency-Key. */
@Controller('api/orders')
export class FulfilmentController {
  constructor(
    private readonly fulfil: Fulfil,
    private readonly find: FindFulfilment,
    private readonly recordReceipt: RecordReceipt,
  ) {}

  /** Offers that wait for the answer of the caller's region, oldest first, at most 500. */
  @Get('allocations/offers')
  @Allow('allocations:answer')
  @Exports({
    file: 'penawaran',
    columns: {
      Lot: 'lotId',
      Pesanan: 'orderId',
      Mitra: 'partner',
      Jumlah: number('quantity'),
      'Harga satuan': number('unitPrice'),
      Ongkos: number('freight'),
      'Jawab sebelum': instant('answerBy'),
      Id: 'id',
    },
  })
  offers(@CurrentCaller() caller: Caller): Promise<{ items: OfferView[] }> {
    return this.find.offers(caller);
  }

  /** Confirms an offer: its goods will be sent. */
  @Post('allocations/:id/confirmation')
  @HttpCode(200)
  @Allow('allocations:answer')
  @Describe({ refuses: ['ILLEGAL_TRANSITION'] })
  async confirm(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) allocationId: string,
  ): Promise<Changed | AcceptedLater> {
    const input = { kind: 'allocation-confirmed', payload: { allocationId } } as const;
    return this.fulfil.run(caller, 'origin', await this.fulfil.allocation(allocationId), input);
  }

  /** Refuses an offer. Its goods are held until their hold is released; the promise is bound again. */
  @Post('allocations/:id/refusal')
  @HttpCode(200)
  @Allow('allocations:answer')
  @Describe({ refuses: ['ILLEGAL_TRANSITION'] })
  async refuse(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) allocationId: string,
  ): Promise<Changed | AcceptedLater> {
    const input = { kind: 'allocation-refused', payload: { allocationId } } as const;
    return this.fulfil.run(caller, 'origin', await this.fulfil.allocation(allocationId), input);
  }

  /** Gives the held goods of a lot free again. */
  @Post('lots/:id/hold-release')
  @HttpCode(200)
  @Allow('allocations:answer')
  @Describe({ refuses: ['ILLEGAL_TRANSITION'] })
  async releaseHold(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) lotId: string,
  ): Promise<Changed | AcceptedLater> {
    const input = { kind: 'hold-released', payload: { lotId } } as const;
    return this.fulfil.run(caller, 'origin', await this.fulfil.lot(lotId), input);
  }

  /** Sends confirmed allocations of an order; in one vehicle with others, or in part: as a load. */
  @Post(':id/shipments')
  @Allow('shipments:send')
  @Describe({ refuses: ['ILLEGAL_TRANSITION'] })
  async dispatch(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) orderId: string,
    @Body() { allocations, legs }: DispatchDto,
  ): Promise<Changed | AcceptedLater> {
    const { scope, key } = requireIdempotency();
    refuseLegs(legs);
    const { parties, allocationIds } = await this.fulfil.leaving(caller, orderId, allocations);
    const payload = {
      shipmentId: deterministicUuid('shipment', scope, key),
      orderId,
      allocationIds,
      legs: legs.map(({ from, to, mode, eta }) => ({ from, to, mode, eta })),
    };
    return this.fulfil.run(caller, 'origin', parties, { kind: 'shipment-dispatched', payload });
  }

  /** Shipments of an order, in the order in which they left. */
  @Get(':id/shipments')
  @Allow('orders:read')
  @Exports({
    file: 'pengiriman',
    columns: {
      Pesanan: 'orderId',
      Mitra: 'partner',
      Status: 'status',
      Dikirim: instant('dispatchedAt'),
      Diterima: instant('receivedAt'),
      'Kadar air (per sepuluh ribu)': number('moisture'),
      Id: 'id',
    },
  })
  shipments(@CurrentCaller() caller: Caller, @Param('id', IdPipe) orderId: string): Promise<{ items: ShipmentView[] }> {
    return this.find.shipments(caller, orderId);
  }

  /**
   * Records that a shipment has arrived at the end of a leg.
   *
   * @param leg from 1, as people count
   */
  @Post('shipments/:id/legs/:leg/arrival')
  @HttpCode(200)
  @Allow('shipments:send')
  @Describe({ refuses: ['ILLEGAL_TRANSITION'] })
  async arrive(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) shipmentId: string,
    @Param('leg', OrdinalPipe) leg: number,
  ): Promise<Changed | AcceptedLater> {
    const input = { kind: 'leg-arrived', payload: { shipmentId, leg: leg - 1 } } as const;
    return this.fulfil.run(caller, 'origin', await this.fulfil.shipment(shipmentId), input);
  }

  /** Records what the partner has received, allocation by allocation. */
  @Post('shipments/:id/receipt')
  @HttpCode(200)
  @Allow('shipments:receive')
  @Describe({ refuses: ['ALREADY_RECEIVED', 'ILLEGAL_TRANSITION', 'MISSING_UNCONFIRMED'] })
  receive(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) shipmentId: string,
    @Body() receipt: ReceiptDto,
  ): Promise<Changed | AcceptedLater> {
    return this.recordReceipt.receive(caller, shipmentId, receipt);
  }

  /** What an order has come to: what is owed and paid, and whom it earns what. */
  @Get(':id/settlement')
  @Allow('orders:read')
  @Exports({
    file: 'penyelesaian',
    list: 'producers',
    columns: { Produsen: 'producer', Jumlah: number('quantity'), Rupiah: number('amount') },
  })
  settlement(@CurrentCaller() caller: Caller, @Param('id', IdPipe) orderId: string): Promise<SettlementView> {
    return this.find.settlement(caller, orderId);
  }

  /** Records what the buyer has paid. */
  @Post(':id/payments')
  @HttpCode(200)
  @Allow('payments:record')
  @Describe({ refuses: ['ILLEGAL_TRANSITION'] })
  async pay(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) orderId: string,
    @Body() { amount, reference }: PaymentDto,
  ): Promise<OrderView | AcceptedLater> {
    const input = { kind: 'payment-recorded', payload: { orderId, amount, reference } } as const;
    return this.fulfil.run(caller, 'origin', await this.fulfil.order(orderId), input);
  }
}
