import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When a PKS was signed and why it counts from before; which side recorded a paper or a signatory (until now the origin
 * alone could); on which decision of the council a submission was decided: of those before, each on the next one that was
 * recorded. New columns, nullable or with a constant default; there are few agreements: safe on a live database.
 */
export class Papers1766500000000 implements MigrationInterface {
  readonly name = 'Papers1766500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE agreement ADD COLUMN signed_on date, ADD COLUMN backdating_reason text;
ALTER TABLE document
  ADD COLUMN side text NOT NULL DEFAULT 'origin' CONSTRAINT document_side CHECK (side IN ('origin', 'partner'));
ALTER TABLE signatory
  ADD COLUMN recorded_by text NOT NULL DEFAULT 'origin'
    CONSTRAINT signatory_recorded_by CHECK (recorded_by IN ('origin', 'partner'));
ALTER TABLE stage_reached ADD COLUMN document_id uuid REFERENCES document (id);
UPDATE stage_reached s SET document_id = d.id
FROM (SELECT agreement_id, number, row_number() OVER (PARTITION BY agreement_id ORDER BY number) AS turn
      FROM stage_reached WHERE stage IN ('council-approved', 'council-rejected')) decided
JOIN (SELECT id, agreement_id, row_number() OVER (PARTITION BY agreement_id ORDER BY recorded_at, id) AS turn
      FROM document WHERE kind = 'council-decision') d USING (agreement_id, turn)
WHERE s.agreement_id = decided.agreement_id AND s.number = decided.number;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE stage_reached DROP COLUMN document_id;
ALTER TABLE signatory DROP COLUMN recorded_by;
ALTER TABLE document DROP COLUMN side;
ALTER TABLE agreement DROP COLUMN backdating_reason, DROP COLUMN signed_on;
`);
  }
}
