import { createHash } from 'node:crypto';
import { says } from '#kernel/refusals/sentences.js';
import { DomainError, faultAt, type SaidFault } from '#kernel/domain-error.js';
import { parseJsonBody } from '#platform/http/json-body.js';
import type { NdjsonBody } from '#platform/http/ndjson.js';
import { validate } from '#platform/http/validate.js';
import type { CallContext } from '#platform/context/call-context.js';
import { ContributionDto, StatementDto, StatementHeadDto } from './statements.dto.js';

/** Most contributions of one statement: it is one transaction, which may take five seconds. */
const MAX_CONTRIBUTIONS = 20_000;

export interface StatementInput extends StatementHeadDto {
  readonly figures?: Omit<ContributionDto, 'producerId'>;
  readonly contributions?: readonly ContributionDto[];
}

/** @throws DomainError INVALID with pointers into the body */
export async function readStatement(body: unknown): Promise<StatementInput> {
  const { produced, committedToExport, committedAtHome, held, ...rest } = await validate(StatementDto, body);
  if (rest.contributions !== undefined) {
    if ([produced, committedToExport, committedAtHome, held].every((figure) => figure === undefined)) return rest;
    throw invalid([faultAt('/produced', says('either-figures'))]);
  }
  const figures = { produced, committedToExport, committedAtHome, held };
  const missing = Object.entries(figures).filter(([, figure]) => figure === undefined);
  if (missing.length > 0) throw invalid(missing.map(([name]) => faultAt(`/${name}`, says('required'))));
  return { ...rest, figures: figures as Omit<ContributionDto, 'producerId'> };
}

/**
 * Reads a statement from a stream: the head first, then one contribution a line. Nothing is written before all is read.
 *
 * @returns the statement, and the acting call with the stream's own hash, so that its key belongs to these very lines
 * @throws DomainError INVALID with pointers as if the contributions stood in the head
 */
export async function streamStatement(
  body: NdjsonBody,
  acting: CallContext,
): Promise<{ statement: StatementInput; acting: CallContext }> {
  const hash = createHash('sha256');
  const faults: SaidFault[] = [];
  const contributions: ContributionDto[] = [];
  let head: StatementHeadDto | undefined;
  for await (const { bytes } of body.lines()) {
    hash.update(bytes).update('\n');
    const value = parseJsonBody(bytes);
    if (!head) {
      head = await validate(StatementHeadDto, value);
      continue;
    }
    if (contributions.length === MAX_CONTRIBUTIONS) throw tooMany();
    contributions.push(await contribution(value, contributions.length, faults));
    if (faults.length >= 100) break;
  }
  if (!head || contributions.length === 0) {
    throw new DomainError('MALFORMED_JSON.statement');
  }
  if (faults.length > 0) throw invalid(faults);
  const { idempotency } = acting;
  return {
    statement: Object.assign(head, { contributions }),
    acting: idempotency ? { ...acting, idempotency: { ...idempotency, requestHash: hash.digest('hex') } } : acting,
  };
}

async function contribution(value: unknown, index: number, faults: SaidFault[]): Promise<ContributionDto> {
  try {
    return await validate(ContributionDto, value);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    faults.push(
      ...error.faults.map((fault) => ({ ...fault, pointer: `/contributions/${String(index)}${fault.pointer}` })),
    );
    return new ContributionDto();
  }
}

function invalid(faults: readonly SaidFault[]): DomainError {
  return new DomainError('INVALID.statement', {}, faults.slice(0, 100));
}

function tooMany(): DomainError {
  return invalid([faultAt('/contributions', says('split-villages', { n: MAX_CONTRIBUTIONS }))]);
}
