import { Controller, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { requireIdempotency } from '#platform/database/transactions.js';
import { NdjsonBody } from '#platform/http/ndjson.js';
import { actAs, acting } from '#platform/runtime/acting.js';
import { DeclareSurplus } from './declare-surplus.js';
import { readStatement, streamStatement } from './read-statement.js';

/** Stock statements: JSON for a few contributions, NDJSON for thousands. */
@Controller('api/registry/stock-statements')
export class StatementsController {
  constructor(private readonly declareSurplus: DeclareSurplus) {}

  @Post()
  @Allow('surplus:declare')
  async declare(@Req() request: FastifyRequest, @CurrentCaller() caller: Caller): Promise<object> {
    requireIdempotency();
    const { body } = request;
    if (!(body instanceof NdjsonBody)) return this.declareSurplus.run(caller.region, await readStatement(body));
    const streamed = await streamStatement(body, acting());
    return actAs(streamed.acting, () => this.declareSurplus.run(caller.region, streamed.statement));
  }
}
