import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ProducerStatus } from '#kernel/states.js';
import type { DataScope } from '#platform/access/data-scope.js';
import type { RowOf } from '#platform/database/table.js';
import { pageOf, type Page } from '#platform/http/shapes.js';
import { notFound } from '#platform/http/validate.js';
import { maskNik } from '../domain/nik.js';
import { Vault } from '#platform/database/vault.js';
import { Villages, type Place } from '../persistence/villages.js';
import { ofAggregator } from '../persistence/of-aggregator.js';
import { PRODUCER } from '../persistence/tables.js';
import { containing, named } from '#platform/database/sql.js';

export interface ProducerFilter {
  readonly limit: number;
  readonly cursor?: string;
  readonly kind?: string;
  readonly status?: string;
  readonly within?: string;
  readonly name?: string;
  /** Part of its name, or of the name of its village or district. */
  readonly search?: string;
  readonly reference?: string;
  readonly nib?: string;
  readonly memberOf?: string;
}

type Row = RowOf<typeof PRODUCER>;

/** A producer or an aggregator; its NIK is masked. */
export interface ProducerView {
  readonly id: string;
  readonly origin: string;
  readonly reference: string | null;
  readonly kind: 'producer' | 'aggregator';
  readonly form: 'cooperative' | 'bumdes' | 'group' | null;
  readonly name: string;
  readonly village: string;
  /** The names of its village and district; null where the list of villages no longer has its code. */
  readonly place: Place | null;
  readonly kbli: string | null;
  readonly kbliVersion: string | null;
  readonly umkmClass: 'micro' | 'small' | 'medium';
  readonly umkmRule: string;
  readonly umkmAsOf: string;
  readonly workers: { readonly total: number; readonly women: number; readonly youth: number };
  readonly nib: string | null;
  readonly nik?: string;
  readonly nikPurpose: string | null;
  readonly healthInsured: boolean;
  readonly standingConsent: boolean;
  /** On what it was verified, where that was said. */
  readonly verifiedOn: string | null;
  readonly status: ProducerStatus;
  /** The producer that it turned out to be, where it was registered twice: what was its own is there. */
  readonly mergedInto: string | null;
  readonly version: number;
}

export interface ProducerDetail extends ProducerView {
  /** How many it has, where it is an aggregator. */
  readonly members: number;
}

const SELECT = `SELECT ${PRODUCER.columns} FROM producer p`;

const MEMBERS_OF = 'SELECT producer_id FROM member WHERE aggregator_id = :memberOf';
const OWN = 'SELECT producer_id FROM member WHERE aggregator_id = :aggregator UNION ALL SELECT :aggregator';

/** As an array they are looked up one after the other, in the order of the page, until it is full. */
const among = (ids: string): string => `p.id = ANY(ARRAY(${ids}))`;

/** Reads of producers within a caller's data scope. A NIK leaves only masked. */
@Injectable()
export class FindProducers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly vault: Vault,
    private readonly villages: Villages,
  ) {}

  async list({ origin, aggregator }: DataScope, filter: ProducerFilter): Promise<Page<ProducerView>> {
    const { limit, cursor, kind, status, within, name, search, reference, nib, memberOf } = filter;
    const villages = search === undefined ? [] : this.villages.codesNamed(search, origin);
    const rows = await this.dataSource.query<Row[]>(
      ...named(
        `${SELECT} WHERE (:origin::text IS NULL OR p.origin = :origin) AND (:cursor::uuid IS NULL OR p.id > :cursor)
           AND (:kind::text IS NULL OR p.kind = :kind) AND (:status::text IS NULL OR p.status = :status)
           AND (:within::text IS NULL OR p.village = :within OR p.village LIKE :within || '.%')
           AND (:name::text IS NULL OR lower(p.name) LIKE lower(:name))
           AND (:reference::text IS NULL OR p.reference = :reference)
           AND ${memberOf ? among(MEMBERS_OF) : ':memberOf::uuid IS NULL'}
           AND ${aggregator ? among(OWN) : ':aggregator::uuid IS NULL'} AND (:nib::text IS NULL OR p.nib = :nib)
           AND (:search::text IS NULL OR lower(p.name) LIKE lower(:search)
                OR p.village = ANY(:villages::text[]) OR left(p.village, 8) = ANY(:villages::text[]))
         ORDER BY p.id LIMIT :most`,
        {
          ...{ origin, aggregator, cursor, most: limit + 1 },
          ...{ kind, status, within, villages, reference, nib, memberOf },
          ...{ name: name && containing(name), search: search && containing(search) },
        },
      ),
    );
    return pageOf(
      rows.map((row) => this.show(row)),
      limit,
    );
  }

  /** @throws DomainError NOT_FOUND */
  async one({ origin, aggregator }: DataScope, id: string): Promise<ProducerDetail> {
    const rows = await this.dataSource.query<Row[]>(
      ...named(
        `${SELECT} WHERE p.id = :id AND (:origin::text IS NULL OR p.origin = :origin) AND ${ofAggregator('p.id')}`,
        {
          ...{ id, origin, aggregator },
        },
      ),
    );
    if (!rows[0]) throw notFound();
    const [{ members }]: [{ members: number }] = await this.dataSource.query(
      'SELECT count(*)::int AS members FROM member WHERE aggregator_id = $1',
      [id],
    );
    return { ...this.show(rows[0]), members };
  }

  /** Who is registered under a NIK; the number itself travels in a body, never in an address that is logged. */
  async byNik(origin: string, nik: string): Promise<{ items: ProducerView[] }> {
    const rows = await this.dataSource.query<Row[]>(
      `${SELECT} WHERE p.nik_fingerprint = $1 AND p.origin = $2 ORDER BY p.id LIMIT 20`,
      [this.vault.fingerprint(nik), origin],
    );
    return { items: rows.map((row) => this.show(row)) };
  }

  private show({ nikSealed, nikFingerprint: _, ...row }: Row): ProducerView {
    const { workersTotal: total, workersWomen: women, workersYouth: youth, ...rest } = row;
    const place = this.villages.placeOf(row.village) ?? null;
    const view = { ...rest, workers: { total, women, youth }, place };
    return nikSealed ? { ...view, nik: maskNik(this.vault.open(nikSealed).toString()) } : view;
  }
}
