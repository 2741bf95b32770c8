import { Injectable } from '@nestjs/common';
import { Transactions } from '#platform/database/transactions.js';
import { notFound } from '#platform/http/validate.js';
import { Vault } from '#platform/database/vault.js';

/** All that the registry holds about one producer, for that person to read and take along (UU 27/2022). */
export interface PersonalData {
  readonly producer: {
    readonly id: string;
    readonly reference: string | null;
    readonly name: string;
    readonly village: string;
    readonly nib: string | null;
    /** In full: it is the person's own. */
    readonly nik: string | null;
    readonly nikPurpose: string | null;
    readonly healthInsured: boolean;
    readonly status: string;
  };
  /** What it was registered as besides, until the registrations were merged. */
  readonly registeredAs: readonly {
    readonly id: string;
    readonly reference: string | null;
    readonly name: string;
    readonly village: string;
    readonly nib: string | null;
    readonly nik: string | null;
  }[];
  readonly memberOf: readonly { readonly id: string; readonly name: string }[];
  readonly certificates: readonly {
    readonly kind: string;
    readonly number: string;
    readonly issued: string;
    readonly until: string | null;
    readonly status: string;
  }[];
  readonly coaching: readonly { readonly kind: string; readonly date: string; readonly remark: string | null }[];
  /** Stock as it was stated, base units of the commodity. */
  readonly stock: readonly {
    readonly date: string;
    readonly commodity: string;
    readonly produced: number;
    readonly surplus: number;
  }[];
}

type Registered = Omit<PersonalData['registeredAs'][number], 'nik'> & { readonly nikSealed: string | null };

type Row = Omit<PersonalData, 'producer' | 'registeredAs'> & {
  readonly registeredAs: readonly Registered[];
  readonly producer: Omit<PersonalData['producer'], 'nik'>;
  readonly nikSealed: Buffer | null;
};

function list(fields: string, from: string, order: string): string {
  return `coalesce((SELECT json_agg(json_build_object(${fields}) ORDER BY ${order}) FROM ${from}), '[]'::json)`;
}

const SQL = `
SELECT json_build_object('id', p.id, 'reference', p.reference, 'name', p.name, 'village', p.village, 'nib', p.nib,
    'nikPurpose', p.nik_purpose, 'healthInsured', p.health_insured, 'status', p.status) AS producer,
  p.nik_sealed AS "nikSealed",
  ${list(
    `'id', d.id, 'reference', d.reference, 'name', d.name, 'village', d.village, 'nib', d.nib, 'nikSealed', encode(d.nik_sealed, 'hex')`,
    'producer d WHERE d.merged_into = p.id',
    'd.id',
  )} AS "registeredAs",
  ${list(`'id', a.id, 'name', a.name`, 'member m JOIN producer a ON a.id = m.aggregator_id WHERE m.producer_id = p.id', 'a.id')} AS "memberOf",
  ${list(
    `'kind', kind, 'number', number, 'issued', issued, 'until', until, 'status', status`,
    'certificate c WHERE c.producer_id = p.id',
    'c.id',
  )} AS certificates,
  ${list(`'kind', kind, 'date', date, 'remark', remark`, 'coaching c WHERE c.producer_id = p.id', 'c.date, c.id')} AS coaching,
  ${list(
    `'date', l.stated_for, 'commodity', d.commodity, 'produced', l.produced, 'surplus', l.surplus`,
    'statement_line l JOIN product d ON d.id = l.product_id WHERE l.producer_id = p.id',
    'l.stated_for, d.commodity',
  )} AS stock
FROM producer p WHERE p.id = $1 AND p.origin = $2`;

@Injectable()
export class ExportPersonalData {
  constructor(
    private readonly transactions: Transactions,
    private readonly vault: Vault,
  ) {}

  /**
   * It reads, and is a unit of work all the same: who has had it stands in the audit log.
   *
   * @throws DomainError NOT_FOUND
   */
  run(origin: string, id: string): Promise<PersonalData> {
    return this.transactions.run(async (tx) => {
      const [row] = await tx.query<Row>(SQL, [id, origin]);
      if (!row) throw notFound();
      const { producer, nikSealed, registeredAs, ...rest } = row;
      return {
        producer: { ...producer, nik: this.open(nikSealed) },
        registeredAs: registeredAs.map(({ nikSealed: sealed, ...one }) => {
          return { ...one, nik: this.open(sealed === null ? null : Buffer.from(sealed, 'hex')) };
        }),
        ...rest,
      };
    });
  }

  private open(sealed: Buffer | null): string | null {
    return sealed && this.vault.open(sealed).toString();
  }
}
