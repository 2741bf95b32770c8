import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { named } from '#platform/database/sql.js';
import { Vault } from '#platform/database/vault.js';
import { notFound } from '#platform/http/validate.js';
import { VISIBLE } from '../persistence/visible.js';

/** The papers themselves, for the parties of an agreement. `region` null: operations. */
@Injectable()
export class FindScan {
  constructor(
    private readonly dataSource: DataSource,
    private readonly vault: Vault,
  ) {}

  /**
   * @returns the file as it was sent, which its hash proves
   * @throws DomainError NOT_FOUND, also for a document of which the hash alone is known
   */
  async run(region: string | null, agreementId: string, documentId: string): Promise<Buffer> {
    const rows = await this.dataSource.query<{ sha256: string; sealed: Buffer }[]>(
      ...named(
        `SELECT d.sha256, p.sealed FROM agreement a
         JOIN document d ON d.agreement_id = a.id JOIN document_piece p ON p.document_id = d.id
         WHERE ${VISIBLE} AND a.id = :agreementId AND d.id = :documentId ORDER BY p.number`,
        { region, agreementId, documentId },
      ),
    );
    const [first] = rows;
    if (!first) throw notFound();
    const content = Buffer.concat(rows.map(({ sealed }) => this.vault.open(sealed)));
    if (createHash('sha256').update(content).digest('hex') === first.sha256) return content;
    throw new Error(`The paper ${documentId} is not what was kept: its hash is another one.`);
  }
}
