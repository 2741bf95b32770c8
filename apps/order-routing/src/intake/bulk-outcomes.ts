import { IsObject, Matches } from 'class-validator';
import type { Language } from '#kernel/refusals/words.js';
import type { ErrorCode } from '#kernel/refusals/codes.js';
import { saying } from '#platform/http/field-rules.js';
import { DomainError } from '#kernel/domain-error.js';
import { parseJsonBody } from '#platform/http/json-body.js';
import type { NdjsonLine } from '#platform/http/ndjson.js';
import { toProblem } from '#platform/http/problem.js';
import { validate } from '#platform/http/validate.js';
import { inOrder } from './in-order.js';
import { refusedBy, toldOutcome, type Outcome, type ToldOutcome } from './outcome.js';

/** Orders begun and not yet answered: enough for the market's owner to fill its batches while the next ones arrive. */
const IN_FLIGHT = 512;

/** One line of the stream. */
export class BulkLineDto {
  /** Like an Idempotency-Key: the order is placed once under it. */
  @Matches(/^[\x21-\x7e]{1,200}$/, saying('key')) key: string;
  /** As POST /api/orders takes it. */
  @IsObject() order: object;
}

/** What became of one line; or that the stream stops here, because of an outage. */
export type BulkOutcome =
  | (ToldOutcome & { readonly line: number })
  | { readonly status: 'stopped'; readonly httpStatus: number; readonly code: ErrorCode; readonly detail: string };

/**
 * Places a stream of orders, one a line, and answers each with a line, in the same order. A line that cannot be read is
 * refused and stops nobody; an outage ends the stream with a line that says so: sending it again repeats nothing.
 *
 * @param language of who sends it, and reads what is refused
 */
export async function* bulkOutcomes(
  lines: AsyncIterable<NdjsonLine>,
  place: (key: string, order: object) => Promise<Outcome>,
  language: Language,
): AsyncGenerator<string> {
  try {
    // The line is a view of a network buffer that one waiting order must not keep alive: it is read at once.
    for await (const answers of inOrder(lines, IN_FLIGHT, async ({ line, bytes }) =>
      toLine({ line, ...toldOutcome(await placeLine(bytes, place), language) }),
    )) {
      yield answers.join('');
    }
  } catch (error) {
    const { status, code, detail } = toProblem(error, language);
    yield toLine({ status: 'stopped', httpStatus: status, code, detail });
  }
}

async function placeLine(bytes: Buffer, place: (key: string, order: object) => Promise<Outcome>): Promise<Outcome> {
  try {
    const { key, order } = await validate(BulkLineDto, parseJsonBody(bytes));
    return await place(key, order);
  } catch (error) {
    if (error instanceof DomainError) return refusedBy(error);
    throw error;
  }
}

function toLine(answer: BulkOutcome): string {
  return `${JSON.stringify(answer)}\n`;
}
