import { Injectable } from '@nestjs/common';
import { commodityNamed } from '#kernel/commodity-names.js';
import { ROWS } from '#kernel/refusals/sentences.js';
import { DomainError } from '#kernel/domain-error.js';
import { uuidv7 } from '#kernel/uuid.js';
import type { Caller } from '#platform/access/allow.js';
import { dataScopeOf } from '#platform/access/data-scope.js';
import { Transactions, type Tx } from '#platform/database/transactions.js';
import { notFound, validate } from '#platform/http/validate.js';
import { certificateNamed } from '#files/uploads/row-words.js';
import { columnsOf, type FieldOf } from '#files/uploads/columns.js';
import { present, type RowFault, type RowReader } from '#files/uploads/row-reader.js';
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
import { Certificate } from '../domain/certificate.js';
import { idsByReference } from '../persistence/ids-by-reference.js';
import { CERTIFICATE } from '../persistence/tables.js';
import { CertificateDto } from './certificates.dto.js';

interface CertificateRow {
  readonly holder?: string;
  readonly details: CertificateDto;
}

const COLUMNS = columnsOf(
  {
    holder: {
      headings: ['nomor produsen', 'producer reference'],
      required: true,
      id: 'harus nomor produsen yang sudah terdaftar',
      en: 'must be the number of a registered producer',
    },
    kind: {
      headings: ['jenis', 'kind'],
      required: true,
      id: 'harus P-IRT, HALAL, SNI, ORGANIC atau MD',
      en: 'must be P-IRT, HALAL, SNI, ORGANIC or MD',
    },
    number: {
      headings: ['nomor sertifikat', 'certificate number', 'no sertifikat', 'no. sertifikat'],
      required: true,
      id: 'harus nomor seperti tertulis di sertifikat; P-IRT memuat kode kabupaten Anda',
      en: 'must be the number as the certificate has it; a P-IRT names your regency',
    },
    products: {
      headings: ['komoditas', 'commodities'],
      id: 'harus nama atau kode komoditas dipisah koma, atau kosong untuk semua',
      en: 'must be names or codes of commodities with commas between them, or empty for all',
    },
    issued: {
      headings: ['terbit', 'issued', 'tanggal terbit'],
      required: true,
      id: 'harus tanggal terbit, misalnya 31/12/2026',
      en: 'must be the day of issue, YYYY-MM-DD',
    },
    until: {
      headings: ['berlaku sampai', 'until', 'berlaku sampai dengan', 'berlaku s/d'],
      id: 'harus hari terakhir berlaku, sesuai nomornya; wajib untuk P-IRT',
      en: 'must be its last day, as its number has it; a P-IRT has one',
    },
  },
  { ALREADY_EXISTS: ROWS['ALREADY_EXISTS.certificates'] },
);
type Field = FieldOf<typeof COLUMNS>;

/** A file of certificates: recorded once each; an officer verifies them afterwards. */
@Injectable()
export class CertificateRows implements UploadKind<Field> {
  readonly name = 'certificates';
  readonly columns = COLUMNS;
  readonly chunkRows = 500;

  constructor(private readonly transactions: Transactions) {}

  read(row: RowReader<Field>): ReadRow {
    const details = present({
      kind: kindOf(row.text('kind')),
      number: row.text('number'),
      products: row.codes('products')?.map(commodityNamed) ?? [],
      issued: row.date('issued'),
      until: row.date('until'),
    });
    return { body: present({ holder: row.text('holder'), details }) };
  }

  check(caller: Caller, rows: readonly RowToCheck<Field>[]): Promise<CheckedRow<Field>[]> {
    const bodies = rows.map(({ body }) => body as CertificateRow);
    return this.transactions.run(async (tx) => {
      const holders = await idsByReference(tx, dataScopeOf(caller), bodies.map(holderOf));
      const recorded = await recordedAlready(tx, holders, bodies);
      return Promise.all(
        bodies.map(async (body, index): Promise<CheckedRow<Field>> => {
          const faults = await faultsOf(caller.region, body, rows[index]?.known ?? []);
          if (!holders.has(holderOf(body))) return { body, faults: [{ field: 'holder', code: 'INVALID' }, ...faults] };
          const stands = faults.length === 0 && recorded.has(nameOf(body.details, holders.get(holderOf(body))));
          return { body, faults: stands ? [{ field: 'number', code: 'ALREADY_EXISTS', amber: true }] : faults };
        }),
      );
    });
  }

  place({ region }: PlacingJob, rows: readonly WaitingRow[], keep: RecordOutcomes): Promise<boolean> {
    return this.transactions.run(async (tx) => {
      const bodies = rows.map(({ body }) => body as CertificateRow);
      const holders = await idsByReference(tx, { origin: region, aggregator: null }, bodies.map(holderOf));
      const certificates = bodies.map((body) => {
        const id = holders.get(holderOf(body));
        return id === undefined ? undefined : Certificate.record(uuidv7(), { id, origin: region }, body.details);
      });
      const known = certificates.filter((certificate) => certificate !== undefined);
      const ids = new Set(await CERTIFICATE.insert(tx, known, {}, ['producer_id', 'kind', 'number']));
      const outcomes = rows.map(({ number }, index) => {
        const certificate = certificates[index];
        if (!certificate) return { number, outcome: refusedRow(notFound('/holder')) };
        return { number, outcome: enteredRow(ids.has(certificate.id)) };
      });
      return keep(tx, outcomes);
    });
  }
}

function kindOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : certificateNamed(text);
}

function holderOf({ holder }: CertificateRow): string {
  return holder ?? '';
}

/** Which of these their holders have already, by `nameOf`. */
async function recordedAlready(
  tx: Tx,
  holders: ReadonlyMap<string, string>,
  rows: readonly CertificateRow[],
): Promise<ReadonlySet<string>> {
  const asked = rows.map(({ details }) => details);
  const found = await tx.query<{ holder: string; kind: string; number: string }>(
    `SELECT c.producer_id AS holder, c.kind, c.number FROM certificate c
     JOIN unnest($1::uuid[], $2::text[], $3::text[]) AS asked (holder, kind, number)
       ON c.producer_id = asked.holder AND c.kind = asked.kind AND c.number = asked.number`,
    [
      rows.map((row) => holders.get(holderOf(row)) ?? null),
      asked.map(({ kind }) => kind),
      asked.map(({ number }) => number),
    ],
  );
  return new Set(found.map((row) => nameOf(row, row.holder)));
}

function nameOf({ kind, number }: { readonly kind: string; readonly number: string }, holder = ''): string {
  return JSON.stringify([holder, kind, number]);
}

async function faultsOf(
  region: string,
  { details }: CertificateRow,
  known: readonly RowFault<Field>[],
): Promise<RowFault<Field>[]> {
  try {
    Certificate.record('', { id: '', origin: region }, await validate(CertificateDto, details));
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const fields = new Set(error.faults.map(({ pointer }) => pointer.split('/')[1] as Field));
    for (const { field, amber } of known) if (field && !amber) fields.delete(field);
    return [...fields].map((field) => ({ field, code: 'INVALID' }));
  }
}
