import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { pageOf, type Page } from '#platform/http/shapes.js';

export interface CertificateFilter {
  readonly limit: number;
  readonly cursor?: string;
  readonly producer?: string;
  readonly status?: string;
  readonly endingBy?: string;
}

/** Reads of certificates. `origin` null: of every region. */
@Injectable()
export class FindCertificates {
  constructor(private readonly dataSource: DataSource) {}

  async list(origin: string | null, filter: CertificateFilter): Promise<Page<{ id: string }>> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT id, producer_id AS "producerId", kind, number, products, issued::text, until::text, status,
              verified_by AS "verifiedBy", version
       FROM certificate WHERE ($1::text IS NULL OR origin = $1) AND ($2::uuid IS NULL OR id > $2)
         AND ($3::uuid IS NULL OR producer_id = $3) AND ($4::text IS NULL OR status = $4)
         AND ($5::date IS NULL OR until <= $5)
       ORDER BY id LIMIT $6`,
      [
        origin,
        filter.cursor ?? null,
        filter.producer ?? null,
        filter.status ?? null,
        filter.endingBy ?? null,
        filter.limit + 1,
      ],
    );
    return pageOf(rows, filter.limit);
  }
}
