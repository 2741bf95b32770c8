import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '#platform/access/allow.js';

/** A key without the key. */
export interface ApiKeyView {
  readonly id: string;
  readonly system: string;
  readonly issuedBy: string;
  readonly issuedAt: Date;
  /** To a few seconds; null: never. */
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

@Injectable()
export class FindApiKeys {
  constructor(private readonly dataSource: DataSource) {}

  /** Keys of the caller's region, the latest first, at most 200. */
  async all({ region }: Caller): Promise<{ items: ApiKeyView[] }> {
    const items = await this.dataSource.query<ApiKeyView[]>(
      `SELECT id, system, issued_by AS "issuedBy", issued_at AS "issuedAt", last_used_at AS "lastUsedAt",
              revoked_at AS "revokedAt"
       FROM api_key WHERE region = $1 ORDER BY id DESC LIMIT 200`,
      [region],
    );
    return { items };
  }
}
