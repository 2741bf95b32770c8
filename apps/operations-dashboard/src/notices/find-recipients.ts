import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '#platform/access/allow.js';
import { Vault } from '#platform/database/vault.js';
import { masked } from '../domain/notices.js';

/** Recipients that the caller looks after: of its region, its aggregator and any of its roles. */
export const MINE = 'region = $1 AND roles && $2 AND aggregator IS NOT DISTINCT FROM $3';

export function whoseIs({ region, roles, aggregator }: Caller): unknown[] {
  return [region, roles, aggregator ?? null];
}

export interface RecipientView {
  readonly id: string;
  /** Its first letter and its host. */
  readonly address: string;
  readonly roles: readonly string[];
  readonly registeredBy: string;
  readonly registeredAt: Date;
  /** When it was last sent a notice. */
  readonly sentAt: Date | null;
  /** Since when the mail server does not take mail for it; registering it again has it tried again. */
  readonly refusedAt: Date | null;
}

@Injectable()
export class FindRecipients {
  constructor(
    private readonly dataSource: DataSource,
    private readonly vault: Vault,
  ) {}

  /** The latest first. */
  async all(caller: Caller): Promise<{ items: RecipientView[] }> {
    const rows = await this.dataSource.query<(Omit<RecipientView, 'address'> & { address: Buffer })[]>(
      `SELECT id, address, roles, registered_by AS "registeredBy", registered_at AS "registeredAt",
              sent_at AS "sentAt", refused_at AS "refusedAt"
       FROM notice_recipient WHERE ${MINE} ORDER BY id DESC`,
      whoseIs(caller),
    );
    return { items: rows.map((row) => ({ ...row, address: masked(this.vault.open(row.address).toString()) })) };
  }
}
