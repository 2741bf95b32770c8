import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Transactions } from '#platform/database/transactions.js';
import type { SelfDeclared } from '../domain/self-declared.js';
import { selfDeclaredOf } from '../persistence/verification-holds.js';

export interface RegistryPolicy {
  readonly origin: string;
  /** Goods of producers that are not verified are sold, or held until they are. */
  readonly selfDeclared: SelfDeclared;
  /** Producers that are not verified. */
  readonly drafts: number;
}

/** The policy of an office. */
@Injectable()
export class ChangePolicy {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  async current(origin: string): Promise<RegistryPolicy> {
    const [counted] = await this.dataSource.query<{ drafts: number }[]>(
      `SELECT count(*)::integer AS drafts FROM producer WHERE origin = $1 AND status = 'draft'`,
      [origin],
    );
    const selfDeclared = await selfDeclaredOf(this.dataSource, origin);
    return { origin, selfDeclared, drafts: counted?.drafts ?? 0 };
  }

  /** The same again changes nothing. */
  async run(origin: string, by: string, selfDeclared: SelfDeclared): Promise<RegistryPolicy> {
    await this.transactions.runOnce((tx) =>
      tx.query(
        `INSERT INTO office_policy (origin, self_declared, followed, changed_by, changed_at)
         VALUES ($1, $2, false, $3, clock_timestamp())
         ON CONFLICT (origin) DO UPDATE SET self_declared = excluded.self_declared, followed = false,
           changed_by = excluded.changed_by, changed_at = excluded.changed_at
         WHERE office_policy.self_declared <> excluded.self_declared`,
        [origin, selfDeclared, by],
      ),
    );
    return this.current(origin);
  }
}
