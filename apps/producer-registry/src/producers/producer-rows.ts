import { Injectable } from '@nestjs/common';
import { says } from '#kernel/refusals/sentences.js';
import { DomainError } from '#kernel/domain-error.js';
import type { Caller } from '#platform/access/allow.js';
import { dataScopeOf } from '#platform/access/data-scope.js';
import { Transactions, type Tx } from '#platform/database/transactions.js';
import { validate } from '#platform/http/validate.js';
import { present, type RowFault, type RowReader } from '#files/uploads/row-reader.js';
import {
  enteredRow,
  refusedRow,
  type CheckedRow,
  type RecordOutcomes,
  type PlacingJob,
  type ReadRow,
  type RowOutcome,
  type RowToCheck,
  type UploadKind,
  type WaitingRow,
} from '#files/uploads/upload-kind.js';
import { Producer, type ProducerDetails } from '../domain/producer.js';
import { idsByReference } from '../persistence/ids-by-reference.js';
import { Villages } from '../persistence/villages.js';
import { PRODUCER_COLUMNS, type Field } from './producer-columns.js';
import { ProducerDto } from './producers.dto.js';
import { RegisterProducers } from './register-producers.js';

interface ProducerRow {
  readonly details: ProducerDetails;
  /** Reference of the aggregator that it is a member of. */
  readonly memberOf?: string;
}

const KINDS = {
  produsen: 'producer',
  producer: 'producer',
  koperasi: 'cooperative',
  cooperative: 'cooperative',
  bumdes: 'bumdes',
  kelompok: 'group',
  group: 'group',
} as const;
const CLASSES = {
  mikro: 'micro',
  micro: 'micro',
  kecil: 'small',
  small: 'small',
  menengah: 'medium',
  medium: 'medium',
} as const;

/** What offices write for an insurance that somebody has, or has not. */
const INSURED = {
  bpjs: true,
  'bpjs kesehatan': true,
  jkn: true,
  kis: true,
  terdaftar: true,
  'non bpjs': false,
  'non-bpjs': false,
  'belum terdaftar': false,
};

/** A file that was mended is sent whole: who is registered already stands, and the rest is registered. */
const STANDS: RowFault<Field> = { field: 'key', code: 'ALREADY_EXISTS', amber: true };

/** A file of producers: registered as drafts, once each, in the transaction that keeps their outcomes. */
@Injectable()
export class ProducerRows implements UploadKind<Field> {
  readonly name = 'producers';
  readonly columns = PRODUCER_COLUMNS;
  readonly chunkRows = 1_000;

  constructor(
    private readonly transactions: Transactions,
    private readonly registerProducers: RegisterProducers,
    private readonly villages: Villages,
  ) {}

  read(row: RowReader<Field>): ReadRow {
    const key = row.key('key');
    const kind = row.choice('kind', KINDS) ?? 'producer';
    const workers = present({ total: row.whole('total'), women: row.whole('women'), youth: row.whole('youth') });
    const details = present({
      reference: key,
      kind: kind === 'producer' ? 'producer' : 'aggregator',
      form: kind === 'producer' ? undefined : kind,
      name: row.name('name'),
      village: row.village('village'),
      kbli: row.digits('kbli', 5),
      kbliVersion: row.text('kbliVersion'),
      umkmClass: row.choice('umkmClass', CLASSES),
      umkmRule: row.text('umkmRule'),
      umkmAsOf: row.date('umkmAsOf'),
      yearlySales: row.whole('yearlySales'),
      capital: row.whole('capital'),
      workers,
      nib: row.digits('nib', 13),
      healthInsured: row.yesNo('healthInsured', INSURED),
      standingConsent: row.yesNo('standingConsent'),
    });
    return { key, body: present({ details, memberOf: row.text('memberOf') }) };
  }

  check(caller: Caller, rows: readonly RowToCheck<Field>[]): Promise<CheckedRow<Field>[]> {
    return this.transactions.run(async (tx) => {
      const references = rows.map(({ body }) => (body as ProducerRow).details.reference ?? '');
      const taken = await idsByReference(tx, dataScopeOf(caller), references);
      return Promise.all(
        rows.map(async ({ body: asRead, known }, index) => {
          const { body, found } = this.inVillage(asRead as ProducerRow, caller.region, known);
          const faults = [...found, ...(await this.faultsOf(caller.region, body.details, [...known, ...found]))];
          const isTaken = faults.every(({ amber }) => amber) && taken.has(references[index] ?? '');
          return { body, faults: isTaken ? [...faults, STANDS] : faults };
        }),
      );
    });
  }

  place({ region }: PlacingJob, rows: readonly WaitingRow[], keep: RecordOutcomes): Promise<boolean> {
    return this.transactions.run(async (tx) => {
      const bodies = rows.map(({ body }) => body as ProducerRow);
      const registered = await this.registerProducers.registerAll(
        tx,
        region,
        bodies.map(({ details }) => details),
      );
      const left = await this.join(tx, region, bodies, registered);
      const outcomes = rows.map(({ number }, index): { number: number; outcome: RowOutcome } => {
        const outcome = registered[index];
        if (outcome && 'refused' in outcome && outcome.refused.code === 'ALREADY_EXISTS') {
          return { number, outcome: enteredRow(false) };
        }
        if (!outcome || 'refused' in outcome) return { number, outcome: refusedRow(outcome?.refused) };
        return { number, outcome: left.has(index) ? refusedRow(unknownAggregator()) : { status: 'placed' } };
      });
      return keep(tx, outcomes);
    });
  }

  private async faultsOf(
    region: string,
    details: ProducerDetails,
    known: readonly RowFault<Field>[],
  ): Promise<RowFault<Field>[]> {
    try {
      Producer.register('', region, await validate(ProducerDto, details), {
        nik: undefined,
        villages: this.villages,
      });
      return [];
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const fields = new Set(error.faults.map(({ pointer }) => fieldAt(pointer)));
      for (const { field, amber } of known) if (field && !amber) fields.delete(field);
      return [...fields].map((field) => ({ field, code: 'INVALID' }));
    }
  }

  /** A village by its name, where only one of the regency is called so; one whose code was guessed is told by its name. */
  private inVillage(
    body: ProducerRow,
    region: string,
    known: readonly RowFault<Field>[],
  ): { body: ProducerRow; found: RowFault<Field>[] } {
    const { village } = body.details as Partial<ProducerDetails>;
    if (village === undefined) return { body, found: [] };
    if (/\d/.test(village)) {
      const place = known.some(({ field }) => field === 'village') ? this.villages.placeOf(village) : undefined;
      if (!place) return { body, found: [] };
      const said = says('place-named', { text: village, likely: `${place.village}, ${place.district}` });
      return { body, found: [{ field: 'village', code: 'DOUBTFUL', said, amber: true }] };
    }
    const text = village.replace(/^(desa|kelurahan|ds|kel)\.? /i, '');
    const codes = this.villages.codesOf(text, region);
    const [code] = codes;
    if (code === undefined) return { body, found: [] };
    const likely = codes.join(', ');
    if (codes.length > 1) {
      return { body, found: [{ field: 'village', code: 'INVALID', said: says('place-several', { text, likely }) }] };
    }
    const said = says('place-named', { text, likely });
    return {
      body: { ...body, details: { ...body.details, village: code } },
      found: [{ field: 'village', code: 'DOUBTFUL', said, amber: true }],
    };
  }

  /** @returns rows that are registered, but whose aggregator is not there to be joined */
  private async join(
    tx: Tx,
    region: string,
    rows: readonly ProducerRow[],
    registered: Awaited<ReturnType<RegisterProducers['registerAll']>>,
  ): Promise<ReadonlySet<number>> {
    const wanted = rows.flatMap(({ memberOf, details }, index) => {
      const outcome = registered[index];
      const joins = memberOf !== undefined && details.kind === 'producer' && outcome !== undefined && 'id' in outcome;
      return joins ? [{ index, memberOf, id: outcome.id }] : [];
    });
    const aggregators = await idsByReference(
      tx,
      { origin: region, aggregator: null },
      wanted.map(({ memberOf }) => memberOf),
      'aggregator',
    );
    const found = wanted.filter(({ memberOf }) => aggregators.has(memberOf));
    await tx.query(
      `INSERT INTO member (aggregator_id, producer_id) SELECT * FROM unnest($1::uuid[], $2::uuid[]) ON CONFLICT DO NOTHING`,
      [found.map(({ memberOf }) => aggregators.get(memberOf)), found.map(({ id }) => id)],
    );
    return new Set(wanted.filter(({ memberOf }) => !aggregators.has(memberOf)).map(({ index }) => index));
  }
}

/** Which cell a JSON pointer into a producer means. */
function fieldAt(pointer: string): Field {
  const name = pointer.split('/').at(-1) ?? '';
  return name === 'reference' ? 'key' : name === 'form' ? 'kind' : (name as Field);
}

function unknownAggregator(): DomainError {
  return new DomainError('AGGREGATOR_UNKNOWN');
}
