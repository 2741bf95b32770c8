import type { MigrationInterface, QueryRunner } from 'typeorm';

export const SEALED_LETTERS = `
ALTER TABLE dead_letter ADD COLUMN sealed boolean NOT NULL DEFAULT false;
ALTER TABLE parked ADD COLUMN sealed boolean NOT NULL DEFAULT false;
`;

/** Bodies are encrypted from now on; those that lie there already are read as they are. Constant defaults: safe on a live database. */
export class SealedLetters1764400000000 implements MigrationInterface {
  readonly name = 'SealedLetters1764400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SEALED_LETTERS);
  }

  async down(): Promise<void> {
    // What is sealed could not be told from what is not.
    await Promise.reject(new Error('Settle every dead letter first, then drop the columns by hand.'));
  }
}
