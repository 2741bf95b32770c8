import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { IdPipe } from '#platform/http/validate.js';
import { FindRequests } from './find-requests.js';
import { HoldLot } from './hold-lot.js';
import { RequestWithdrawal } from './request-withdrawal.js';
import { CauseDto, RequestsQuery, WithdrawalDto, WriteOffDto } from './stock.dto.js';
import { WriteOffLot } from './write-off-lot.js';

interface Accepted {
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

  @Get('lot-requests')
  @Allow('producers:read')
  list(@Query() query: RequestsQuery, @CurrentCaller() caller: Caller): Promise<object> {
    return this.findRequests.list(caller.scope === 'any' ? null : caller.region, query);
  }

  @Post('lots/:id/withdrawals')
  withdraw(
    @Param('id', IdPipe) id: string,
    @Body() body: WithdrawalDto,
    @CurrentCaller() caller: Caller,
  ): Promise<Accepted> {
    return this.requestWithdrawal.run(caller.region, id, body);
  }

  /** Part of it is spoiled. */
  @Post('lots/:id/write-offs')
  writeOff(
    @Param('id', IdPipe) id: string,
    @Body() body: WriteOffDto,
    @CurrentCaller() caller: Caller,
  ): Promise<Accepted> {
    return this.writeOffLot.run(caller.region, id, body);
  }

  /** All of it that has not left goes, bound or not. */
  @Post('lots/:id/recall')
  recall(
    @Param('id', IdPipe) id: string,
    @Body() { cause }: CauseDto,
    @CurrentCaller() caller: Caller,
  ): Promise<Accepted> {
    return this.writeOffLot.run(caller.region, id, { cause });
  }

  @Post('lots/:id/hold')
  hold(
    @Param('id', IdPipe) id: string,
    @Body() { cause }: CauseDto,
    @CurrentCaller() caller: Caller,
  ): Promise<Accepted> {
    return this.holdLot.run(caller.region, id, 'hold', cause);
  }

  @Post('lots/:id/release')
  release(@Param('id', IdPipe) id: string, @CurrentCaller() caller: Caller): Promise<Accepted> {
    return this.holdLot.run(caller.region, id, 'release');
  }
}
