import { EntitySchema } from 'typeorm';
import { Agreement } from '../domain/agreement.js';

/** Maps the domain class from outside; the SQL of the migrations is the truth, and a test holds the two together. */
export const agreementTable = new EntitySchema<Agreement>({
  name: 'agreement',
  target: Agreement,
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'agreement_pk' },
    origin: { type: 'text' },
    partner: { type: 'text' },
    title: { type: 'text' },
    regime: { type: 'text' },
    needsCouncil: { type: 'boolean', name: 'needs_council' },
    originNumber: { type: 'text', nullable: true, name: 'origin_number' },
    partnerNumber: { type: 'text', nullable: true, name: 'partner_number' },
    stage: { type: 'text' },
    edition: { type: 'integer' },
    effectiveFrom: { type: 'timestamptz', nullable: true, name: 'effective_from' },
    effectiveTo: { type: 'timestamptz', nullable: true, name: 'effective_to' },
    terminating: { type: 'boolean', default: false },
    reportEveryMonths: { type: 'smallint', default: 6, name: 'report_every_months' },
    reportDueOn: { type: 'date', nullable: true, name: 'report_due_on' },
    version: { type: 'integer' },
  },
  indices: [
    { name: 'agreement_of_origin', columns: ['origin', 'id'] },
    { name: 'agreement_due', columns: ['stage', 'effectiveFrom', 'effectiveTo'] },
  ],
  checks: [
    { name: 'agreement_regions', expression: 'origin <> partner' },
    { name: 'agreement_period', expression: 'effective_from < effective_to' },
    { name: 'agreement_reporting', expression: 'report_every_months BETWEEN 1 AND 6' },
  ],
});
