import { Readable } from 'node:stream';
import { Controller, HttpCode, Post, Req, StreamableFile } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import type { Language } from '#kernel/refusals/words.js';
import { ReaderLanguage } from '#platform/http/language.js';
import { Describe, type LinesOf } from '#platform/http/describe.js';
import { NDJSON, ndjsonOf } from '#platform/http/ndjson.js';
import { validate } from '#platform/http/validate.js';
import { callContext } from '#platform/context/call-context.js';
import { PlaceOrderDto } from '../orders/order.dto.js';
import { PlaceOrder } from '../orders/place-order.js';
import { BulkLineDto, bulkOutcomes, type BulkOutcome } from './bulk-outcomes.js';
import { outcomeOf, type Outcome } from './outcome.js';

/** NDJSON in, NDJSON out: one order a line with a key of its own, one outcome a line, in the same order. */
@Controller('api/orders/bulk')
export class BulkController {
  constructor(private readonly placeOrder: PlaceOrder) {}

  /** Places a stream of orders, one a line, and answers each with a line. */
  @Post()
  @HttpCode(200)
  @Allow('orders:place')
  @Describe({ accepts: { [NDJSON]: [BulkLineDto] }, key: false })
  place(
    @Req() request: FastifyRequest,
    @CurrentCaller() caller: Caller,
    @ReaderLanguage() language: Language,
  ): LinesOf<BulkOutcome> {
    const { principal, correlationId } = callContext();
    // Keys are the caller's, as those of single orders are: the same order by another way is the same order.
    const scope = `${caller.region} ${caller.subject}`;
    const place = async (key: string, order: object): Promise<Outcome> => {
      const body = await validate(PlaceOrderDto, order);
      return outcomeOf(this.placeOrder.run(caller, body, { scope, key, actor: { principal, correlationId } }));
    };
    const outcomes = bulkOutcomes(ndjsonOf(request).lines(), place, language);
    return new StreamableFile(Readable.from(outcomes, { objectMode: false }), { type: NDJSON });
  }
}
