import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { BaseUnit } from '#kernel/units.js';
import { DomainError, faultAt } from '#kernel/domain-error.js';
import { wayOf } from '#kernel/region-changes.js';
import { covers } from '#kernel/region-code.js';

interface CoveredCommodity {
  readonly origin: string;
  readonly destination: string | null;
  readonly commodity: string;
  readonly unit: BaseUnit;
  /** By whose list the destination is meant: of the signing, else of the first day; null: today's. */
  readonly day: string | null;
}

/** Terms change a few times a year: what was read this long ago may say yes. */
const FRESH_MS = 1_000;
/** What refuses an order is read anew; a file full of unknown goods reads no more often than this. */
const FRESH_FOR_REFUSAL_MS = 20;

/** Which origins have terms for what, and in which unit a commodity is counted: what an order needs before its market. */
@Injectable()
export class Coverage {
  private rows: Promise<readonly CoveredCommodity[]> = Promise.resolve([]);
  private readAt = 0;

  constructor(private readonly dataSource: DataSource) {}

  /**
   * The market that an order belongs to.
   *
   * @throws DomainError ORIGIN_REQUIRED unless exactly one origin has terms, in force or not, that cover every line
   */
  async originFor(lines: readonly { commodity: string; deliverTo: string }[]): Promise<string> {
    let candidates = originsOf(await this.read(FRESH_MS), lines);
    if (candidates.length !== 1) candidates = originsOf(await this.read(FRESH_FOR_REFUSAL_MS), lines);
    const [origin] = candidates;
    if (origin !== undefined && candidates.length === 1) return origin;
    if (candidates.length === 0) throw new DomainError('ORIGIN_REQUIRED');
    throw new DomainError('ORIGIN_REQUIRED.several', { list: candidates.join(', ') });
  }

  /**
   * In which unit an origin counts a commodity. What it does not know itself is counted as all others count it, so that
   * demand for goods that nobody has offered there yet is recorded, and no other regency's mistake decides.
   *
   * @throws DomainError COMMODITY_UNKNOWN when neither terms nor lots know it, or others do not agree
   */
  async unitOf(origin: string, commodity: string, pointer: string): Promise<BaseUnit> {
    const found =
      unitIn(await this.read(FRESH_MS), origin, commodity) ??
      unitIn(await this.read(FRESH_FOR_REFUSAL_MS), origin, commodity);
    if (found) return found;
    throw unknown(commodity, pointer);
  }

  /** @throws DomainError COMMODITY_UNKNOWN when nobody knows it: before it is asked whose it is */
  async refuseUnknown(commodity: string, pointer: string): Promise<void> {
    const isNamed = (entry: CoveredCommodity): boolean => entry.commodity === commodity;
    if ((await this.read(FRESH_MS)).some(isNamed) || (await this.read(FRESH_FOR_REFUSAL_MS)).some(isNamed)) return;
    throw unknown(commodity, pointer);
  }

  /** All that terms or lots know, in order. */
  async commodities(): Promise<string[]> {
    return [...new Set((await this.read(FRESH_MS)).map(({ commodity }) => commodity))].sort();
  }

  /** One query for all who ask at a time; a failed one is forgotten. */
  private read(withinMs: number): Promise<readonly CoveredCommodity[]> {
    if (Date.now() - this.readAt < withinMs) return this.rows;
    this.readAt = Date.now();
    this.rows = this.dataSource.query<CoveredCommodity[]>(
      `SELECT DISTINCT t.market AS origin, t.destination, t.commodity, t.unit,
              coalesce(a.signed_on, (a.effective_from AT TIME ZONE 'UTC' + interval '9 hours')::date)::text AS day
       FROM terms t LEFT JOIN agreement a ON a.id = t.agreement_id WHERE NOT t.removed
       UNION SELECT DISTINCT market, NULL, commodity, unit, NULL FROM lot`,
    );
    this.rows.catch(() => {
      this.readAt = 0;
    });
    return this.rows;
  }
}

function unitIn(rows: readonly CoveredCommodity[], origin: string, commodity: string): BaseUnit | undefined {
  const known = rows.filter((row) => row.commodity === commodity);
  const own = known.find((row) => row.origin === origin);
  if (own) return own.unit;
  const units = new Set(known.map(({ unit }) => unit));
  return units.size === 1 ? known[0]?.unit : undefined;
}

function unknown(commodity: string, pointer: string): DomainError {
  const refusal = new DomainError('COMMODITY_UNKNOWN', { commodity });
  return refusal.withFaults([faultAt(pointer, refusal.said)]);
}

/** Origins with terms that cover every line. */
function originsOf(
  rows: readonly CoveredCommodity[],
  lines: readonly { readonly commodity: string; readonly deliverTo: string }[],
): string[] {
  return [...new Set(rows.map((row) => row.origin))].filter((origin) =>
    lines.every((line) =>
      rows.some(
        (row) =>
          row.origin === origin &&
          row.commodity === line.commodity &&
          row.destination !== null &&
          covers(wayOf(row.destination, row.day ?? undefined), wayOf(line.deliverTo)),
      ),
    ),
  );
}
