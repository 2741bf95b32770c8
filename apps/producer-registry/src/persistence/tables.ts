import { EntitySchema } from 'typeorm';
import { Certificate } from '../domain/certificate.js';
import { Producer } from '../domain/producer.js';
import { Product } from '../domain/product.js';

/** Maps domain classes from outside; the SQL of the migrations is the truth, and a test holds the two together. */
export const producerTable = new EntitySchema<Producer>({
  name: 'producer',
  target: Producer,
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'producer_pk' },
    origin: { type: 'text' },
    reference: { type: 'text', nullable: true },
    kind: { type: 'text' },
    form: { type: 'text', nullable: true },
    name: { type: 'text' },
    village: { type: 'text' },
    kbli: { type: 'text', nullable: true },
    kbliVersion: { type: 'text', nullable: true, name: 'kbli_version' },
    umkmClass: { type: 'text', name: 'umkm_class' },
    umkmRule: { type: 'text', name: 'umkm_rule' },
    umkmAsOf: { type: 'date', name: 'umkm_as_of' },
    workersTotal: { type: 'integer', name: 'workers_total' },
    workersWomen: { type: 'integer', name: 'workers_women' },
    workersYouth: { type: 'integer', name: 'workers_youth' },
    nib: { type: 'text', nullable: true },
    nikSealed: { type: 'bytea', nullable: true, name: 'nik_sealed' },
    nikFingerprint: { type: 'bytea', nullable: true, name: 'nik_fingerprint' },
    nikPurpose: { type: 'text', nullable: true, name: 'nik_purpose' },
    healthInsured: { type: 'boolean', name: 'health_insured' },
    standingConsent: { type: 'boolean', name: 'standing_consent' },
    status: { type: 'text' },
    version: { type: 'integer' },
  },
  indices: [
    { name: 'producer_reference', columns: ['origin', 'reference'], unique: true },
    { name: 'producer_of_origin', columns: ['origin', 'id'] },
    { name: 'producer_nik_fingerprint', columns: ['nikFingerprint'] },
    { name: 'producer_nib', columns: ['origin', 'nib'] },
  ],
  checks: [
    {
      name: 'producer_workers',
      expression: 'workers_women BETWEEN 0 AND workers_total AND workers_youth BETWEEN 0 AND workers_total',
    },
    {
      name: 'producer_nik',
      expression: '(nik_sealed IS NULL) = (nik_fingerprint IS NULL) AND (nik_sealed IS NULL) = (nik_purpose IS NULL)',
    },
    { name: 'producer_status', expression: "status IN ('draft', 'verified', 'suspended', 'closed')" },
  ],
});

export const certificateTable = new EntitySchema<Certificate>({
  name: 'certificate',
  target: Certificate,
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'certificate_pk' },
    producerId: { type: 'uuid', name: 'producer_id' },
    origin: { type: 'text' },
    kind: { type: 'text' },
    number: { type: 'text' },
    products: { type: 'text', array: true },
    issued: { type: 'date' },
    until: { type: 'date', nullable: true },
    status: { type: 'text' },
    verifiedBy: { type: 'text', nullable: true, name: 'verified_by' },
    version: { type: 'integer' },
  },
  indices: [{ name: 'certificate_number', columns: ['producerId', 'kind', 'number'], unique: true }],
  foreignKeys: [
    { name: 'certificate_holder', target: producerTable, columnNames: ['producerId'], referencedColumnNames: ['id'] },
  ],
  checks: [
    { name: 'certificate_period', expression: 'until >= issued' },
    { name: 'certificate_status', expression: "status IN ('recorded', 'verified', 'revoked')" },
  ],
});

export const productTable = new EntitySchema<Product>({
  name: 'product',
  target: Product,
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'product_pk' },
    origin: { type: 'text' },
    commodity: { type: 'text' },
    unit: { type: 'text' },
    name: { type: 'text' },
    shelfLifeDays: { type: 'integer', nullable: true, name: 'shelf_life_days' },
    packaging: { type: 'jsonb' },
    soldInPackages: { type: 'boolean', default: false, name: 'sold_in_packages' },
    lawAsksFor: { type: 'text', array: true, name: 'law_asks_for' },
  },
  indices: [{ name: 'product_name', columns: ['origin', 'commodity', 'name'], unique: true }],
  checks: [
    { name: 'product_unit', expression: "unit IN ('GRAM', 'PAIR', 'PIECE')" },
    { name: 'product_shelf_life', expression: 'shelf_life_days > 0' },
  ],
});
