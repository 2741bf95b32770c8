import type { Tx } from '#platform/database/transactions.js';
import type { Producer } from '../domain/producer.js';

const COLUMNS: readonly [column: string, type: string, value: (producer: Producer) => unknown][] = [
  ['id', 'uuid', (p) => p.id],
  ['origin', 'text', (p) => p.origin],
  ['reference', 'text', (p) => p.reference],
  ['kind', 'text', (p) => p.kind],
  ['form', 'text', (p) => p.form],
  ['name', 'text', (p) => p.name],
  ['village', 'text', (p) => p.village],
  ['kbli', 'text', (p) => p.kbli],
  ['kbli_version', 'text', (p) => p.kbliVersion],
  ['umkm_class', 'text', (p) => p.umkmClass],
  ['umkm_rule', 'text', (p) => p.umkmRule],
  ['umkm_as_of', 'date', (p) => p.umkmAsOf],
  ['workers_total', 'int', (p) => p.workersTotal],
  ['workers_women', 'int', (p) => p.workersWomen],
  ['workers_youth', 'int', (p) => p.workersYouth],
  ['nib', 'text', (p) => p.nib],
  ['nik_sealed', 'bytea', (p) => p.nikSealed],
  ['nik_fingerprint', 'bytea', (p) => p.nikFingerprint],
  ['nik_purpose', 'text', (p) => p.nikPurpose],
  ['health_insured', 'boolean', (p) => p.healthInsured],
  ['standing_consent', 'boolean', (p) => p.standingConsent],
  ['status', 'text', (p) => p.status],
  ['version', 'int', (p) => p.version],
];

const names = COLUMNS.map(([name]) => name).join(', ');
const arrays = COLUMNS.map(([, type], index) => `$${String(index + 1)}::${type}[]`).join(', ');
const SQL = `INSERT INTO producer (${names}) SELECT * FROM unnest(${arrays})
             ON CONFLICT (origin, reference) DO NOTHING RETURNING id`;

/**
 * Inserts producers in one statement.
 *
 * @returns ids of those inserted; the others have a reference that is taken
 */
export async function insertProducers(tx: Tx, producers: readonly Producer[]): Promise<ReadonlySet<string>> {
  if (producers.length === 0) return new Set();
  const rows = await tx.query<{ id: string }>(
    SQL,
    COLUMNS.map(([, , value]) => producers.map(value)),
  );
  return new Set(rows.map(({ id }) => id));
}
