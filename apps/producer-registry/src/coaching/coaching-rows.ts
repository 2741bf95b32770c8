import { Injectable } from '@nestjs/common';
import { BusinessClock } from '#kernel/business-clock.js';
import { says } from '#kernel/refusals/sentences.js';
import { addDays, isLocalDate, localDateAt } from '#kernel/local-date.js';
import { dateInWords } from '#kernel/written-date.js';
import { uuidv7 } from '#kernel/uuid.js';
import type { Caller } from '#platform/access/allow.js';
import { dataScopeOf } from '#platform/access/data-scope.js';
import { Transactions, type Tx } from '#platform/database/transactions.js';
import { notFound } from '#platform/http/validate.js';
import { columnsOf, type FieldOf } from '#files/uploads/columns.js';
import { present, type RowReader } from '#files/uploads/row-reader.js';
import {
  enteredRow,
  refusedRow,
  type CheckedRow,
  type RecordOutcomes,
  type PlacingJob,
  type ReadRow,
  type RowToCheck,
  type UploadKind,
  type WaitingRow,
} from '#files/uploads/upload-kind.js';
import { idsByReference } from '../persistence/ids-by-reference.js';
import type { CoachingKind } from '../domain/coaching.js';
import { COACHING } from '../persistence/tables.js';

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

const COLUMNS = columnsOf({
  producer: {
    headings: ['nomor produsen', 'producer reference'],
    required: true,
    id: 'harus nomor produsen yang sudah terdaftar',
    en: 'must be the number of a registered producer',
  },
  kind: {
    headings: ['jenis', 'kind'],
    required: true,
    id: 'harus sertifikasi, pengemasan atau jaminan kesehatan',
    en: 'must be certification, packing or health insurance',
  },
  date: {
    headings: ['tanggal', 'date'],
    required: true,
    id: 'harus tanggal pembinaan yang tidak di masa depan',
    en: 'must be the day of the coaching, and not in the future',
  },
  remark: {
    headings: ['keterangan', 'remark'],
    id: 'harus teks biasa, paling banyak 500 huruf',
    en: 'must be plain text of at most 500 characters',
  },
});
type Field = FieldOf<typeof COLUMNS>;

/** Of ten years: older records are likely a year that was mistyped. */
const LONG_AGO_DAYS = 3_653;

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

  check(caller: Caller, rows: readonly RowToCheck<Field>[]): Promise<CheckedRow<Field>[]> {
    const today = localDateAt(this.clock.now(), caller.region);
    const bodies = rows.map(({ body }) => body as CoachingRow);
    return this.transactions.run(async (tx) => {
      const producers = await idsByReference(tx, dataScopeOf(caller), bodies.map(producerOf));
      const recorded = await recordedAlready(tx, producers, bodies);
      return bodies.map((body, index): CheckedRow<Field> => {
        const { kind, date = '', remark = '' } = body;
        const rules: [boolean, Field][] = [
          [producers.has(producerOf(body)), 'producer'],
          [kind !== undefined, 'kind'],
          [isLocalDate(date) && date <= today, 'date'],
          [remark.length <= 500, 'remark'],
        ];
        const known = new Set(rows[index]?.known.filter(({ amber }) => !amber).map(({ field }) => field));
        const faults = rules.filter(([holds, field]) => !holds && !known.has(field));
        if (faults.length === 0 && recorded.has(nameOf(body, producers.get(producerOf(body))))) {
          return { body, faults: [{ code: 'ALREADY_EXISTS', said: says('recorded-before'), amber: true }] };
        }
        if (faults.length === 0 && date < addDays(today, -LONG_AGO_DAYS)) {
          const said = says('long-ago', { date: dateInWords(date) });
          return { body, faults: [{ field: 'date', code: 'DOUBTFUL', said, amber: true }] };
        }
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
        return { number, outcome: enteredRow(ids.has(id)) };
      });
      return keep(tx, outcomes);
    });
  }
}

function producerOf({ producer }: CoachingRow): string {
  return producer ?? '';
}

/** Which of these are recorded already, by `nameOf`. */
async function recordedAlready(
  tx: Tx,
  producers: ReadonlyMap<string, string>,
  rows: readonly CoachingRow[],
): Promise<ReadonlySet<string>> {
  const found = await tx.query<{ producer: string; kind: string; date: string }>(
    `SELECT c.producer_id AS producer, c.kind, c.date::text FROM coaching c
     JOIN unnest($1::uuid[], $2::text[], $3::text[]) AS asked (producer, kind, date)
       ON c.producer_id = asked.producer AND c.kind = asked.kind AND c.date::text = asked.date`,
    [
      rows.map((row) => producers.get(producerOf(row)) ?? null),
      rows.map(({ kind }) => kind ?? null),
      rows.map(({ date }) => date ?? null),
    ],
  );
  return new Set(found.map((row) => nameOf(row, row.producer)));
}

function nameOf({ kind, date }: { readonly kind?: string; readonly date?: string }, producer = ''): string {
  return JSON.stringify([producer, kind, date]);
}
