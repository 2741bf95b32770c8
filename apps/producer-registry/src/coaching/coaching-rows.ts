import { Injectable } from '@nestjs/common';
import { BusinessClock } from '#kernel/business-clock.js';
import { DomainError } from '#kernel/domain-error.js';
import { isLocalDate, localDateAt } from '#kernel/local-date.js';
import { uuidv7 } from '#kernel/uuid.js';
import type { Caller } from '#platform/access/allow.js';
import { dataScopeOf } from '#platform/access/data-scope.js';
import { Transactions } from '#platform/database/transactions.js';
import { notFound } from '#platform/http/validate.js';
import type { Columns } from '#files/uploads/columns.js';
import { present, type RowFault, type RowReader } from '#files/uploads/row-reader.js';
import {
  refusedRow,
  type CheckedRow,
  type RecordOutcomes,
  type PlacingJob,
  type ReadRow,
  type UploadKind,
  type WaitingRow,
} from '#files/uploads/upload-kind.js';
import { idsByReference } from '../persistence/ids-by-reference.js';
import type { CoachingKind } from '../domain/coaching.js';
import { COACHING } from '../persistence/tables.js';

type Field = 'producer' | 'kind' | 'date' | 'remark';

interface CoachingRow {
  readonly producer?: string;
  readonly kind?: CoachingKind;
  readonly date?: string;
  readonly remark?: string;
}

const KINDS = {
  sertifikasi: 'certification',
  certification: 'certification',
  pengemasan: 'packing',
  packing: 'packing',
  'jaminan kesehatan': 'health-insurance',
  'health insurance': 'health-insurance',
} as const;

const COLUMNS: Columns<Field> = {
  required: ['producer', 'kind', 'date'],
  headings: {
    producer: ['nomor produsen', 'producer reference'],
    kind: ['jenis', 'kind'],
    date: ['tanggal', 'date'],
    remark: ['keterangan', 'remark'],
  },
  wanted: {
    id: {
      producer: 'harus nomor produsen yang sudah terdaftar',
      kind: 'harus sertifikasi, pengemasan atau jaminan kesehatan',
      date: 'harus tanggal pembinaan yang tidak di masa depan',
      remark: 'harus teks biasa, paling banyak 500 huruf',
    },
    en: {
      producer: 'must be the number of a registered producer',
      kind: 'must be certification, packing or health insurance',
      date: 'must be the day of the coaching, and not in the future',
      remark: 'must be plain text of at most 500 characters',
    },
  },
};

/** A file of coaching records: each producer, kind and day once. */
@Injectable()
export class CoachingRows implements UploadKind<Field> {
  readonly name = 'coaching';
  readonly columns = COLUMNS;
  readonly chunkRows = 1_000;

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: BusinessClock,
  ) {}

  read(row: RowReader<Field>): ReadRow {
    const body = {
      producer: row.text('producer'),
      kind: row.choice('kind', KINDS),
      date: row.date('date'),
      remark: row.text('remark'),
    };
    return { body: present(body) };
  }

  check(
    caller: Caller,
    rows: readonly { readonly body: object; readonly known: readonly RowFault<Field>[] }[],
  ): Promise<CheckedRow<Field>[]> {
    const today = localDateAt(this.clock.now(), caller.region);
    const bodies = rows.map(({ body }) => body as CoachingRow);
    return this.transactions.run(async (tx) => {
      const producers = await idsByReference(tx, dataScopeOf(caller), bodies.map(producerOf));
      return bodies.map((body, index) => {
        const { kind, date = '', remark = '' } = body;
        const rules: [boolean, Field][] = [
          [producers.has(producerOf(body)), 'producer'],
          [kind !== undefined, 'kind'],
          [isLocalDate(date) && date <= today, 'date'],
          [remark.length <= 500, 'remark'],
        ];
        const known = new Set(rows[index]?.known.map(({ field }) => field));
        const faults = rules.filter(([holds, field]) => !holds && !known.has(field));
        return { body, faults: faults.map(([, field]) => ({ field, code: 'INVALID' })) };
      });
    });
  }

  place({ region, subject }: PlacingJob, rows: readonly WaitingRow[], keep: RecordOutcomes): Promise<boolean> {
    return this.transactions.run(async (tx) => {
      const bodies = rows.map(({ body }) => body as CoachingRow);
      const producers = await idsByReference(tx, { origin: region, aggregator: null }, bodies.map(producerOf));
      const records = bodies.flatMap((body, index) => {
        const producerId = producers.get(producerOf(body));
        const { kind, date, remark = null } = body;
        // What is placed was checked: it has a kind and a day.
        if (producerId === undefined || kind === undefined || date === undefined) return [];
        return [{ id: uuidv7(), producerId, kind, date, remark, recordedBy: subject, index }];
      });
      const ids = new Set(await COACHING.insert(tx, records, { origin: region }, ['producer_id', 'kind', 'date']));
      const idAt = new Map(records.map(({ index, id }) => [index, id]));
      const outcomes = rows.map(({ number }, index) => {
        const id = idAt.get(index);
        if (id === undefined) return { number, outcome: refusedRow(notFound('/producer')) };
        return { number, outcome: ids.has(id) ? ({ status: 'placed' } as const) : refusedRow(recordedBefore()) };
      });
      return keep(tx, outcomes);
    });
  }
}

function producerOf({ producer }: CoachingRow): string {
  return producer ?? '';
}

function recordedBefore(): DomainError {
  return new DomainError('ALREADY_EXISTS.coaching');
}
