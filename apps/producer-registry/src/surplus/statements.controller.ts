import { Controller, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { dataScopeOf } from '#platform/access/data-scope.js';
import { requireIdempotency } from '#platform/database/transactions.js';
import { Describe } from '#platform/http/describe.js';
import { NDJSON, NdjsonBody } from '#platform/http/ndjson.js';
import { runAs, callContext } from '#platform/context/call-context.js';
import { DeclareSurplus, type Declared } from './declare-surplus.js';
import { ContributionDto, StatementDto, StatementHeadDto } from './statements.dto.js';
import { readStatement, streamStatement } from './read-statement.js';

/** Stock statements: JSON for a few contributions, NDJSON for thousands. */
@Controller('api/registry/stock-statements')
export class StatementsController {
  constructor(private readonly declareSurplus: DeclareSurplus) {}

  /** States what a producer or the members of an aggregator have left of one product on one day: it becomes lots. */
  @Post()
  @Allow('surplus:declare')
  @Describe({
    accepts: { 'application/json': [StatementDto], [NDJSON]: [StatementHeadDto, ContributionDto] },
    refuses: ['ALREADY_EXISTS', 'ILLEGAL_TRANSITION', 'NOT_FOUND'],
  })
  async declare(@Req() request: FastifyRequest, @CurrentCaller() caller: Caller): Promise<Declared> {
    requireIdempotency();
    const { body } = request;
    if (!(body instanceof NdjsonBody)) return this.declareSurplus.run(dataScopeOf(caller), await readStatement(body));
    const streamed = await streamStatement(body, callContext());
    return runAs(streamed.acting, () => this.declareSurplus.run(dataScopeOf(caller), streamed.statement));
  }
}
