import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { dataScopeOf } from '#platform/access/data-scope.js';
import { number } from '#files/exports/column.js';
import { Exports } from '#files/exports/exports.js';
import { Describe } from '#platform/http/describe.js';
import { IdPipe } from '#platform/http/validate.js';
import { FindPayouts, type PayoutsView } from './find-payouts.js';
import { PayOut, type PaidOut } from './pay-out.js';
import { PayoutDto } from './payouts.dto.js';

/** From the buyer's money to the household's. Every POST wants an Idempotency-Key. */
@Controller('api/orders')
@Allow('payments:record')
export class PayoutsController {
  constructor(
    private readonly find: FindPayouts,
    private readonly payOut: PayOut,
  ) {}

  /** Who gets how much of an order's money, and has had: the list by which it is paid out. */
  @Get(':id/payouts')
  @Exports({
    file: 'pembayaran-produsen',
    list: 'producers',
    columns: {
      Produsen: 'producer',
      'Hak (rupiah)': number('earned'),
      'Disiapkan (rupiah)': number('prepared'),
      'Sudah dibayar (rupiah)': number('paidOut'),
      'Belum dibayar (rupiah)': number('due'),
    },
  })
  list(@CurrentCaller() caller: Caller, @Param('id', IdPipe) orderId: string): Promise<PayoutsView> {
    return this.find.run(dataScopeOf(caller).origin, orderId);
  }

  /** Records what was paid out of an order that its buyer has paid; above the office's limit it waits for a second officer. */
  @Post(':id/payouts')
  @Describe({ refuses: ['ILLEGAL_TRANSITION'] })
  prepare(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) orderId: string,
    @Body() { reference, producers }: PayoutDto,
  ): Promise<PaidOut> {
    return this.payOut.prepare(dataScopeOf(caller).origin, orderId, { reference, producers: producers ?? null });
  }

  /** A second officer lets a payout go that another has prepared. */
  @Post('payouts/:id/approval')
  @HttpCode(200)
  @Describe({ refuses: ['ILLEGAL_TRANSITION'] })
  approve(@CurrentCaller() caller: Caller, @Param('id', IdPipe) payoutId: string): Promise<PaidOut> {
    return this.payOut.decide(dataScopeOf(caller).origin, payoutId, 'paid');
  }

  /** A second officer stops a payout; what it was for is due again. */
  @Post('payouts/:id/rejection')
  @HttpCode(200)
  @Describe({ refuses: ['ILLEGAL_TRANSITION'] })
  reject(@CurrentCaller() caller: Caller, @Param('id', IdPipe) payoutId: string): Promise<PaidOut> {
    return this.payOut.decide(dataScopeOf(caller).origin, payoutId, 'rejected');
  }
}
