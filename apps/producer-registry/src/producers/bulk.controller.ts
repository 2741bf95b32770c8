import { Readable } from 'node:stream';
import { Controller, HttpCode, Post, Req, StreamableFile } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Language } from '#kernel/refusals/words.js';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { requireIdempotency } from '#platform/database/transactions.js';
import { Describe, type LinesOf } from '#platform/http/describe.js';
import { NDJSON, ndjsonOf } from '#platform/http/ndjson.js';
import { callContext } from '#platform/context/call-context.js';
import { ReaderLanguage } from '#platform/http/language.js';
import { outcomesOf, type BulkOutcome } from './bulk-outcomes.js';
import { ProducerDto } from './producers.dto.js';
import { RegisterProducers } from './register-producers.js';

/** NDJSON in, NDJSON out: one producer a line, one outcome a line, in the same order. */
@Controller('api/registry/producers/bulk')
export class BulkController {
  constructor(private readonly registerProducers: RegisterProducers) {}

  /** Registers a stream of producers, one a line, and answers each with a line. */
  @Post()
  @HttpCode(200)
  @Allow('producers:write')
  @Describe({ accepts: { [NDJSON]: [ProducerDto] } })
  register(
    @Req() request: FastifyRequest,
    @CurrentCaller() caller: Caller,
    @ReaderLanguage() language: Language,
  ): LinesOf<BulkOutcome> {
    requireIdempotency();
    const outcomes = outcomesOf(
      ndjsonOf(request).lines(),
      callContext(),
      (rows, toRow) => this.registerProducers.many(caller.region, rows, toRow),
      language,
    );
    return new StreamableFile(Readable.from(outcomes, { objectMode: false }), { type: NDJSON });
  }
}
