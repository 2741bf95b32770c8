import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { dataScopeOf } from '#platform/access/data-scope.js';
import { instant, number } from '#files/exports/column.js';
import { Exports } from '#files/exports/exports.js';
import { Describe } from '#platform/http/describe.js';
import type { Page } from '#platform/http/shapes.js';
import { IdPipe } from '#platform/http/validate.js';
import { FindRequests, type LotRequestView } from './find-requests.js';
import { HoldLot } from './hold-lot.js';
import { RequestWithdrawal } from './request-withdrawal.js';
import { CauseDto, RequestsQuery, WithdrawalDto, WriteOffDto } from './stock.dto.js';
import { WriteOffLot } from './write-off-lot.js';

/** A request that was kept; what becomes of it stands in /api/registry/lot-requests. */
export interface Accepted {
  readonly id: string;
  readonly lotId: string;
}

/** What a producer asks of a lot that it handed over. Each POST wants an Idempotency-Key; the outcome is in the request. */
@Controller('api/registry')
@Allow('surplus:declare')
export class StockController {
  constructor(
    private readonly requestWithdrawal: RequestWithdrawal,
    private readonly writeOffLot: WriteOffLot,
    private readonly holdLot: HoldLot,
    private readonly findRequests: FindRequests,
  ) {}

  /** What was asked of lots, and what became of it. */
  @Get('lot-requests')
  @Allow('producers:read')
  @Exports({
    file: 'permintaan-stok',
    columns: {
      Lot: 'lotId',
      Jenis: 'kind',
      Diminta: number('quantity'),
      Dikabulkan: number('granted'),
      Tersedia: number('available'),
      Sebab: 'cause',
      'Diminta oleh': 'askedBy',
      Waktu: instant('askedAt'),
      Id: 'id',
    },
  })
  list(@Query() query: RequestsQuery, @CurrentCaller() caller: Caller): Promise<Page<LotRequestView>> {
    return this.findRequests.list(dataScopeOf(caller), query);
  }

  /** Asks a part of a lot back that no promise needs. */
  @Post('lots/:id/withdrawals')
  withdraw(
    @Param('id', IdPipe) id: string,
    @Body() body: WithdrawalDto,
    @CurrentCaller() caller: Caller,
  ): Promise<Accepted> {
    return this.requestWithdrawal.run(dataScopeOf(caller), id, body);
  }

  /** Writes a part of a lot off: it is spoiled. */
  @Post('lots/:id/write-offs')
  writeOff(
    @Param('id', IdPipe) id: string,
    @Body() body: WriteOffDto,
    @CurrentCaller() caller: Caller,
  ): Promise<Accepted> {
    return this.writeOffLot.run(dataScopeOf(caller), id, body);
  }

  /** Recalls a lot: all of it that has not left goes, bound or not. */
  @Post('lots/:id/recall')
  recall(
    @Param('id', IdPipe) id: string,
    @Body() { cause }: CauseDto,
    @CurrentCaller() caller: Caller,
  ): Promise<Accepted> {
    return this.writeOffLot.run(dataScopeOf(caller), id, { cause });
  }

  /** Holds a lot: nothing more of it is promised or bound. */
  @Post('lots/:id/hold')
  @Describe({ refuses: ['ILLEGAL_TRANSITION'] })
  hold(
    @Param('id', IdPipe) id: string,
    @Body() { cause }: CauseDto,
    @CurrentCaller() caller: Caller,
  ): Promise<Accepted> {
    return this.holdLot.run(dataScopeOf(caller), id, 'hold', cause);
  }

  /** Releases a lot that was held. */
  @Post('lots/:id/release')
  @Describe({ refuses: ['ILLEGAL_TRANSITION'] })
  release(@Param('id', IdPipe) id: string, @CurrentCaller() caller: Caller): Promise<Accepted> {
    return this.holdLot.run(dataScopeOf(caller), id, 'release');
  }
}
