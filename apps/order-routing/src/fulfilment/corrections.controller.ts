import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { callContext } from '#platform/context/call-context.js';
import type { AcceptedLater } from '#platform/http/accepted-later.js';
import { Describe } from '#platform/http/describe.js';
import { IdPipe, OrdinalPipe } from '#platform/http/validate.js';
import type { OrderView } from '../domain/views/order-view.js';
import { FindKept } from './find-kept.js';
import { Fulfil, type Changed } from './fulfil.js';
import { ReceiptCorrectionDto, ReversalDto } from './corrections.dto.js';
import { RecordReceipt } from './record-receipt.js';

/** What was recorded wrongly is put right by an entry beside it, never by a change of what was said. */
@Controller('api/orders')
export class CorrectionsController {
  constructor(
    private readonly fulfil: Fulfil,
    private readonly findKept: FindKept,
    private readonly recordReceipt: RecordReceipt,
  ) {}

  /** Corrects what was received of a shipment, up to 72 hours after its receipt: the right figures of every allocation. */
  @Post('shipments/:id/receipt-correction')
  @HttpCode(200)
  @Allow('shipments:receive')
  @Describe({ refuses: ['ILLEGAL_TRANSITION', 'NOT_RECEIVED', 'CONFLICT', 'MISSING_UNCONFIRMED'] })
  correct(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) shipmentId: string,
    @Body() receipt: ReceiptCorrectionDto,
  ): Promise<Changed | AcceptedLater> {
    return this.recordReceipt.correct(caller, shipmentId, receipt);
  }

  /** Reverses a payment that did not come in, or that was recorded wrongly: the order owes it again. */
  @Post(':id/payments/:payment/reversal')
  @HttpCode(200)
  @Allow('payments:record')
  @Describe({ refuses: ['ILLEGAL_TRANSITION', 'CONFLICT'] })
  async reverse(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) orderId: string,
    @Param('payment', OrdinalPipe) paymentId: number,
    @Body() { reason }: ReversalDto,
  ): Promise<OrderView | AcceptedLater> {
    const parties = await this.fulfil.order(orderId);
    const { amount, reference, kept } = await this.findKept.payment(orderId, paymentId);
    const payload = { orderId, paymentId, amount, reference, reason, by: callContext().principal, kept };
    return this.fulfil.run(caller, 'origin', parties, { kind: 'payment-reversed', payload });
  }
}
