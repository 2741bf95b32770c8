import { createHash } from 'node:crypto';
import type { Language } from '#kernel/refusals/words.js';
import type { ErrorCode } from '#kernel/refusals/codes.js';
import { DomainError, told, type KeptRefusal, type Fault } from '#kernel/domain-error.js';
import { parseJsonBody } from '#platform/http/json-body.js';
import type { NdjsonLine } from '#platform/http/ndjson.js';
import { toProblem } from '#platform/http/problem.js';
import { validate } from '#platform/http/validate.js';
import { runAs, type CallContext } from '#platform/context/call-context.js';
import { ProducerDto } from './producers.dto.js';
import type { Registration, RegisterProducers } from './register-producers.js';

/** Rows in one transaction: long enough to be fast, short enough to hold nobody up. */
const CHUNK_ROWS = 500;

type Register = (
  rows: Parameters<RegisterProducers['many']>[1],
  toRow: (outcome: Registration, index: number) => KeptRow,
) => Promise<KeptRow[]>;

/** What became of one line as it is kept, for readers of each language; earlier releases have kept the answer itself. */
export type KeptRow =
  { readonly line: number; readonly id: string } | { readonly line: number; readonly refused: KeptRefusal } | string;

/** What became of one line; or that the stream stops here, because of an outage. */
export type BulkOutcome =
  | { readonly line: number; readonly status: 'registered'; readonly id: string }
  | {
      readonly line: number;
      readonly status: 'refused';
      readonly code: ErrorCode;
      readonly detail: string;
      readonly errors: readonly Fault[];
    }
  | {
      readonly chunk: number;
      readonly status: 'stopped';
      readonly httpStatus: number;
      readonly code: ErrorCode;
      readonly detail: string;
    };

/**
 * Registers a stream of lines chunk by chunk. Chunk k is done once under `<key>#k`: sending the stream again, whole or
 * after it broke off, repeats nothing. A chunk that fails ends the stream and says so in its rows.
 */
export async function* outcomesOf(
  lines: AsyncIterable<NdjsonLine>,
  acting: CallContext,
  register: Register,
  language: Language,
): AsyncGenerator<string> {
  let number = 0;
  try {
    for await (const chunk of chunksOf(lines)) {
      number += 1;
      const rows = await Promise.all(chunk.map(({ bytes }) => readRow(bytes)));
      const outcomes = await runAs(forChunk(acting, number, chunk), () =>
        register(rows, (outcome, index) => keptRow(chunk[index]?.line ?? 0, outcome)),
      );
      yield `${outcomes.map((row) => toLine(row, language)).join('\n')}\n`;
    }
  } catch (error) {
    const { status, code, detail } = toProblem(error, language);
    yield `${written({ chunk: number, status: 'stopped', httpStatus: status, code, detail })}\n`;
  }
}

async function* chunksOf(lines: AsyncIterable<NdjsonLine>): AsyncGenerator<NdjsonLine[]> {
  let chunk: NdjsonLine[] = [];
  for await (const line of lines) {
    // The line is a view of a network buffer that must not be kept alive by one row.
    chunk.push({ line: line.line, bytes: Buffer.from(line.bytes) });
    if (chunk.length === CHUNK_ROWS) {
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
}

async function readRow(bytes: Buffer): Promise<ProducerDto | DomainError> {
  try {
    return await validate(ProducerDto, parseJsonBody(bytes));
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

function forChunk(acting: CallContext, number: number, chunk: readonly NdjsonLine[]): CallContext {
  if (!acting.idempotency) return acting;
  const { scope, key } = acting.idempotency;
  const hash = createHash('sha256');
  for (const { bytes } of chunk) hash.update(bytes).update('\n');
  const requestHash = hash.digest('hex');
  return { ...acting, idempotency: { scope, key: `${key}#${String(number)}`, requestHash } };
}

function keptRow(line: number, outcome: Registration): KeptRow {
  return 'id' in outcome ? { line, id: outcome.id } : { line, refused: outcome.refused.kept() };
}

function toLine(row: KeptRow, language: Language): string {
  if (typeof row === 'string') return row;
  if ('id' in row) return written({ line: row.line, status: 'registered', id: row.id });
  const { code, said, faults } = DomainError.again(row.refused);
  return written({
    line: row.line,
    status: 'refused',
    code,
    detail: said[language],
    errors: told(faults, language),
  });
}

function written(outcome: BulkOutcome): string {
  return JSON.stringify(outcome);
}
