import { Injectable } from '@nestjs/common';
import { commodityNamed } from '#kernel/commodity-names.js';
import { BusinessClock } from '#kernel/business-clock.js';
import { ROWS, says } from '#kernel/refusals/sentences.js';
import { DomainError, faultAt } from '#kernel/domain-error.js';
import { localDateAt } from '#kernel/local-date.js';
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
import { Certificate, certificateDoubts } from '../domain/certificate.js';
import { heldByOthers, numberKey } from '../persistence/certificate-holders.js';
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
      id: 'harus nomor seperti tertulis di sertifikat',
      en: 'must be the number as the certificate has it',
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

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: BusinessClock,
  ) {}

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
    const today = this.today(caller.region);
    return this.transactions.run(async (tx) => {
      const bodies = rows.map(({ body }) => body as CertificateRow);
      const holders = await idsByReference(tx, dataScopeOf(caller), bodies.map(holderOf));
      const read = await Promise.all(
        bodies.map((body, index) =>
          readCertificate(body, { id: holders.get(holderOf(body)), origin: caller.region, today }, rows[index]?.known),
        ),
      );
      const certificates = read.flatMap(({ certificate }) => certificate ?? []);
      const recorded = await recordedAlready(tx, certificates);
      const taken = await heldByOthers(tx, certificates);
      return read.map(({ body, certificate, faults }): CheckedRow<Field> => {
        if (!certificate || faults.some(({ amber }) => !amber)) return { body, faults };
        if (recorded.has(nameOf(certificate))) {
          return { body, faults: [{ field: 'number', code: 'ALREADY_EXISTS', amber: true }] };
        }
        if (taken.has(numberKey(certificate))) return { body, faults: [{ field: 'number', ...OF_ANOTHER }] };
        return { body, faults };
      });
    });
  }

  place({ region }: PlacingJob, rows: readonly WaitingRow[], keep: RecordOutcomes): Promise<boolean> {
    const today = this.today(region);
    return this.transactions.run(async (tx) => {
      const bodies = rows.map(({ body }) => body as CertificateRow);
      const holders = await idsByReference(tx, { origin: region, aggregator: null }, bodies.map(holderOf));
      const certificates = bodies.map((body) => {
        const id = holders.get(holderOf(body));
        if (id === undefined) return notFound('/holder');
        return attempt(() => Certificate.record(uuidv7(), { id, origin: region }, body.details, today));
      });
      const recorded = certificates.filter((certificate) => certificate instanceof Certificate);
      const taken = await heldByOthers(tx, recorded);
      const free = recorded.filter((certificate) => !taken.has(numberKey(certificate)));
      const ids = new Set(await CERTIFICATE.insert(tx, free, {}, ['producer_id', 'kind', 'number']));
      const outcomes = rows.map(({ number }, index) => {
        const certificate = certificates[index];
        if (!(certificate instanceof Certificate)) return { number, outcome: refusedRow(certificate ?? notFound()) };
        if (taken.has(numberKey(certificate))) return { number, outcome: refusedRow(ofAnother()) };
        return { number, outcome: enteredRow(ids.has(certificate.id)) };
      });
      return keep(tx, outcomes);
    });
  }

  private today(region: string): string {
    return localDateAt(this.clock.now(), region);
  }
}

const OF_ANOTHER = { code: 'ALREADY_EXISTS', said: says('certificate-of-another') } as const;

function ofAnother(): DomainError {
  return new DomainError('ALREADY_EXISTS.certificate', {}, [faultAt('/number', OF_ANOTHER.said)]);
}

function kindOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : certificateNamed(text);
}

function holderOf({ holder }: CertificateRow): string {
  return holder ?? '';
}

/** Which of these their holders have already, by `nameOf`. */
async function recordedAlready(tx: Tx, asked: readonly Certificate[]): Promise<ReadonlySet<string>> {
  const found = await tx.query<Pick<Certificate, 'producerId' | 'kind' | 'number'>>(
    `SELECT c.producer_id AS "producerId", c.kind, c.number FROM certificate c
     JOIN unnest($1::uuid[], $2::text[], $3::text[]) AS asked (holder, kind, number)
       ON c.producer_id = asked.holder AND c.kind = asked.kind AND c.number = asked.number`,
    [asked.map(({ producerId }) => producerId), asked.map(({ kind }) => kind), asked.map(({ number }) => number)],
  );
  return new Set(found.map(nameOf));
}

function nameOf({ producerId, kind, number }: Pick<Certificate, 'producerId' | 'kind' | 'number'>): string {
  return JSON.stringify([producerId, kind, number]);
}

/** A row as a certificate, or what keeps it from being one; what is doubtful of it is amber. */
async function readCertificate(
  body: CertificateRow,
  holder: { readonly id: string | undefined; readonly origin: string; readonly today: string },
  known: readonly RowFault<Field>[] = [],
): Promise<{ body: CertificateRow; certificate?: Certificate; faults: RowFault<Field>[] }> {
  const { id, origin, today } = holder;
  const stranger: RowFault<Field>[] = id === undefined ? [{ field: 'holder', code: 'INVALID' }] : [];
  try {
    const shape = await validate(CertificateDto, body.details);
    const certificate = Certificate.record('', { id: id ?? '', origin }, shape, today);
    if (id === undefined) return { body, faults: stranger };
    const doubts = certificateDoubts(certificate, origin).map(({ pointer, said }): RowFault<Field> => ({
      ...{ field: pointer.slice(1) as Field, code: 'DOUBTFUL', amber: true },
      ...(said ? { said } : {}),
    }));
    return { body, certificate, faults: doubts };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const inRow = new Set(known.flatMap(({ field, amber }) => (field && !amber ? [field] : [])));
    const found = error.faults.map(({ pointer, said }) => ({
      ...{ field: pointer.split('/')[1] as Field, code: 'INVALID' as const },
      ...(said ? { said } : {}),
    }));
    return { body, faults: [...stranger, ...found.filter(({ field }) => !inRow.has(field))] };
  }
}

function attempt<Made>(work: () => Made): Made | DomainError {
  try {
    return work();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
