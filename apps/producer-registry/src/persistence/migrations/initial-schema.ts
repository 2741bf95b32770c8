/**
 * Part of a merged migration: never edited again. Rows that come by the thousand (members, figures, contributions,
 * balances) have no entity: they are written and read by set.
 */
export const REGISTRY_SCHEMA = `
CREATE TABLE producer (
  id uuid CONSTRAINT producer_pk PRIMARY KEY,
  origin text NOT NULL,
  reference text,
  kind text NOT NULL,
  form text,
  name text NOT NULL,
  village text NOT NULL,
  kbli text,
  kbli_version text,
  umkm_class text NOT NULL,
  umkm_rule text NOT NULL,
  umkm_as_of date NOT NULL,
  workers_total integer NOT NULL,
  workers_women integer NOT NULL,
  workers_youth integer NOT NULL,
  nib text,
  nik_sealed bytea,
  nik_fingerprint bytea,
  nik_purpose text,
  health_insured boolean NOT NULL,
  standing_consent boolean NOT NULL,
  status text NOT NULL,
  version integer NOT NULL,
  CONSTRAINT producer_workers CHECK (workers_women BETWEEN 0 AND workers_total AND workers_youth BETWEEN 0 AND workers_total),
  CONSTRAINT producer_nik CHECK ((nik_sealed IS NULL) = (nik_fingerprint IS NULL) AND (nik_sealed IS NULL) = (nik_purpose IS NULL)),
  CONSTRAINT producer_status CHECK (status IN ('draft', 'verified', 'suspended', 'closed'))
);
CREATE UNIQUE INDEX producer_reference ON producer (origin, reference);
CREATE INDEX producer_of_origin ON producer (origin, id);
CREATE INDEX producer_nik_fingerprint ON producer (nik_fingerprint);

CREATE TABLE member (
  aggregator_id uuid NOT NULL REFERENCES producer (id),
  producer_id uuid NOT NULL REFERENCES producer (id),
  PRIMARY KEY (aggregator_id, producer_id),
  CHECK (aggregator_id <> producer_id)
);
CREATE INDEX member_of ON member (producer_id);

CREATE TABLE certificate (
  id uuid CONSTRAINT certificate_pk PRIMARY KEY,
  producer_id uuid NOT NULL CONSTRAINT certificate_holder REFERENCES producer (id),
  origin text NOT NULL,
  kind text NOT NULL,
  number text NOT NULL,
  products text[] NOT NULL,
  issued date NOT NULL,
  until date,
  status text NOT NULL,
  verified_by text,
  version integer NOT NULL,
  CONSTRAINT certificate_period CHECK (until >= issued),
  CONSTRAINT certificate_status CHECK (status IN ('recorded', 'verified', 'revoked'))
);
CREATE UNIQUE INDEX certificate_number ON certificate (producer_id, kind, number);

CREATE TABLE product (
  id uuid CONSTRAINT product_pk PRIMARY KEY,
  origin text NOT NULL,
  commodity text NOT NULL,
  unit text NOT NULL,
  name text NOT NULL,
  shelf_life_days integer,
  packaging jsonb NOT NULL,
  law_asks_for text[] NOT NULL,
  CONSTRAINT product_unit CHECK (unit IN ('GRAM', 'PAIR', 'PIECE')),
  CONSTRAINT product_shelf_life CHECK (shelf_life_days > 0)
);
CREATE UNIQUE INDEX product_name ON product (origin, commodity, name);

CREATE TABLE statement (
  id uuid PRIMARY KEY,
  origin text NOT NULL,
  seller_id uuid NOT NULL REFERENCES producer (id),
  product_id uuid NOT NULL REFERENCES product (id),
  stated_for date NOT NULL,
  best_before date,
  floor_price bigint NOT NULL CHECK (floor_price >= 0),
  stated_by text NOT NULL,
  stated_at timestamptz NOT NULL
);

CREATE TABLE statement_line (
  statement_id uuid NOT NULL REFERENCES statement (id),
  producer_id uuid NOT NULL REFERENCES producer (id),
  product_id uuid NOT NULL,
  stated_for date NOT NULL,
  produced bigint NOT NULL CHECK (produced >= 0),
  committed_to_export bigint NOT NULL CHECK (committed_to_export >= 0),
  committed_at_home bigint NOT NULL CHECK (committed_at_home >= 0),
  held bigint NOT NULL CHECK (held >= 0),
  surplus bigint NOT NULL GENERATED ALWAYS AS (produced - committed_to_export - committed_at_home - held) STORED
    CHECK (surplus >= 0),
  -- One producer's stock of one product and day is declared once, by itself or by one aggregator.
  CONSTRAINT statement_line_once UNIQUE (producer_id, product_id, stated_for)
);
CREATE INDEX statement_line_of ON statement_line (statement_id);

CREATE TABLE lot (
  id uuid PRIMARY KEY,
  statement_id uuid NOT NULL REFERENCES statement (id),
  origin text NOT NULL,
  seller_id uuid NOT NULL REFERENCES producer (id),
  pooled boolean NOT NULL,
  product_id uuid NOT NULL REFERENCES product (id),
  commodity text NOT NULL,
  unit text NOT NULL,
  quantity bigint NOT NULL CHECK (quantity > 0),
  produced_on date NOT NULL,
  best_before date,
  floor_price bigint NOT NULL,
  certificates jsonb NOT NULL,
  verified boolean NOT NULL,
  standing_consent boolean NOT NULL,
  contributions_count integer NOT NULL,
  contributions_hash text NOT NULL
);
CREATE INDEX lot_of_origin ON lot (origin, id);

CREATE TABLE lot_contribution (
  lot_id uuid NOT NULL REFERENCES lot (id),
  position integer NOT NULL,
  producer_id uuid NOT NULL REFERENCES producer (id),
  quantity bigint NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (lot_id, position)
);
CREATE INDEX lot_contribution_of ON lot_contribution (producer_id);

-- What order-routing says of a lot; the newest version wins, in whatever order they come.
CREATE TABLE lot_balance (
  lot_id uuid PRIMARY KEY,
  version bigint NOT NULL,
  declared bigint NOT NULL,
  free bigint NOT NULL,
  held bigint NOT NULL,
  offered bigint NOT NULL,
  confirmed bigint NOT NULL,
  in_transit bigint NOT NULL,
  delivered bigint NOT NULL,
  withdrawn bigint NOT NULL,
  written_off bigint NOT NULL
);
`;
