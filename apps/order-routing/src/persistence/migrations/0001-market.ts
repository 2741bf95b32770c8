import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PLATFORM_SCHEMA } from '#platform/database/platform-schema.js';
import { MESSAGING_SCHEMA } from '#platform/consuming/schema.js';

/** New tables only: safe on a live database. */
export class Market1764000000001 implements MigrationInterface {
  name = 'Market1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PLATFORM_SCHEMA);
    await runner.query(MESSAGING_SCHEMA);
    await runner.query(MARKET_SCHEMA);
  }

  async down(): Promise<void> {
    // The first step of a database: to undo it, drop the database.
  }
}

const MARKET_SCHEMA = `
-- One row per origin regency. Every deciding transaction counts version up under its epoch: two owners share no other row.
CREATE TABLE market (
  id text PRIMARY KEY,
  epoch bigint NOT NULL DEFAULT 0,
  version bigint NOT NULL DEFAULT 0,
  journal bigint NOT NULL DEFAULT 0,
  lease_owner text,
  lease_until timestamptz,
  policy jsonb NOT NULL
);

-- The journal. number is null until the owner has applied the input, and then never changes.
CREATE TABLE input (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  market text NOT NULL REFERENCES market,
  number bigint,
  kind text NOT NULL,
  payload json NOT NULL,
  at timestamptz,
  principal text NOT NULL,
  correlation_id text NOT NULL,
  causation_id text,
  idempotency_scope text,
  idempotency_key text,
  refusal jsonb,
  received_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (market, number)
);
CREATE INDEX input_pending ON input (market, id) WHERE number IS NULL AND refusal IS NULL;

-- What becomes an input when its instant comes.
CREATE TABLE due (
  market text NOT NULL REFERENCES market,
  kind text NOT NULL,
  subject text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (market, kind, subject)
);

CREATE TABLE agreement (
  id text PRIMARY KEY,
  market text NOT NULL REFERENCES market,
  partner text NOT NULL,
  stage text NOT NULL,
  edition integer NOT NULL,
  effective_from timestamptz,
  effective_to timestamptz
);

CREATE TABLE terms (
  id text PRIMARY KEY,
  market text NOT NULL REFERENCES market,
  agreement_id text NOT NULL,
  partner text NOT NULL,
  destination text NOT NULL,
  edition integer NOT NULL,
  commodity text NOT NULL,
  unit text NOT NULL,
  quota bigint NOT NULL CHECK (quota >= 0),
  period text NOT NULL,
  minimum_lot bigint NOT NULL,
  freight bigint NOT NULL,
  transit_days integer NOT NULL,
  certificates text[] NOT NULL,
  removed boolean NOT NULL
);
CREATE INDEX terms_commodity ON terms (commodity) WHERE NOT removed;

CREATE TABLE lot (
  id text PRIMARY KEY,
  market text NOT NULL REFERENCES market,
  seller_id text NOT NULL,
  pooled boolean NOT NULL,
  product text NOT NULL,
  commodity text NOT NULL,
  unit text NOT NULL,
  declared bigint NOT NULL CHECK (declared > 0),
  produced_on date NOT NULL,
  best_before date,
  floor_price bigint NOT NULL,
  certificates jsonb NOT NULL,
  standing_consent boolean NOT NULL,
  contributions_count integer NOT NULL,
  contributions_hash text NOT NULL,
  received integer NOT NULL,
  chunks integer NOT NULL,
  free bigint NOT NULL CHECK (free >= 0),
  held bigint NOT NULL CHECK (held >= 0),
  offered bigint NOT NULL CHECK (offered >= 0),
  confirmed bigint NOT NULL CHECK (confirmed >= 0),
  in_transit bigint NOT NULL CHECK (in_transit >= 0),
  delivered bigint NOT NULL CHECK (delivered >= 0),
  withdrawn bigint NOT NULL CHECK (withdrawn >= 0),
  written_off bigint NOT NULL CHECK (written_off >= 0),
  runs integer NOT NULL,
  version bigint NOT NULL,
  CONSTRAINT lot_adds_up CHECK (
    received < chunks
    OR declared = free + held + offered + confirmed + in_transit + delivered + withdrawn + written_off
  )
);
CREATE INDEX lot_market ON lot (market);

CREATE TABLE lot_contribution (
  lot_id text NOT NULL REFERENCES lot,
  position integer NOT NULL,
  producer_id text NOT NULL,
  declared bigint NOT NULL CHECK (declared > 0),
  free bigint NOT NULL CHECK (free >= 0 AND free <= declared),
  held bigint NOT NULL CHECK (held >= 0 AND free + held <= declared),
  PRIMARY KEY (lot_id, position)
);
CREATE INDEX lot_contribution_producer ON lot_contribution (producer_id);

-- Units that a producer is behind its fair part of a commodity over all runs (negative: ahead).
CREATE TABLE turn (
  market text NOT NULL REFERENCES market,
  commodity text NOT NULL,
  producer_id text NOT NULL,
  behind bigint NOT NULL,
  PRIMARY KEY (market, commodity, producer_id)
);

CREATE TABLE quota_cell (
  terms_id text NOT NULL,
  agreement_id text NOT NULL,
  market text NOT NULL REFERENCES market,
  period text NOT NULL,
  capacity bigint NOT NULL,
  consumed bigint NOT NULL CHECK (consumed >= 0),
  version bigint NOT NULL,
  PRIMARY KEY (terms_id, period),
  CONSTRAINT quota_never_exceeded CHECK (consumed <= capacity)
);

CREATE TABLE orders (
  id text PRIMARY KEY,
  market text NOT NULL REFERENCES market,
  partner text NOT NULL,
  placed_by text NOT NULL,
  buyer jsonb NOT NULL,
  reference text,
  placed_at timestamptz NOT NULL,
  status text NOT NULL,
  owed bigint NOT NULL CHECK (owed >= 0),
  paid bigint NOT NULL CHECK (paid >= 0 AND paid <= owed),
  version bigint NOT NULL
);
CREATE INDEX orders_partner ON orders (partner, id);
CREATE INDEX orders_market ON orders (market, id);

CREATE TABLE order_line (
  id text PRIMARY KEY,
  order_id text NOT NULL REFERENCES orders,
  market text NOT NULL,
  journal bigint NOT NULL,
  position integer NOT NULL,
  deliver_to text NOT NULL,
  commodity text NOT NULL,
  unit text NOT NULL,
  wanted bigint NOT NULL CHECK (wanted > 0),
  max_landed_price bigint,
  certificates text[] NOT NULL,
  need_by date NOT NULL,
  min_life_days integer NOT NULL,
  minimum bigint NOT NULL,
  partial boolean NOT NULL,
  promised bigint NOT NULL CHECK (promised >= 0 AND promised <= wanted),
  allocated bigint NOT NULL CHECK (allocated >= 0 AND allocated <= promised),
  dispatched bigint NOT NULL CHECK (dispatched >= 0 AND dispatched <= allocated),
  accepted bigint NOT NULL CHECK (accepted >= 0 AND accepted <= dispatched),
  terms_id text,
  takes jsonb NOT NULL,
  unfilled jsonb NOT NULL,
  status text NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX order_line_order ON order_line (order_id, position);
CREATE INDEX order_line_market ON order_line (market) WHERE status = 'open';

CREATE TABLE run (
  id text PRIMARY KEY,
  market text NOT NULL REFERENCES market,
  journal bigint NOT NULL,
  at timestamptz NOT NULL,
  outcome text NOT NULL,
  engine_version text NOT NULL,
  policy jsonb NOT NULL,
  -- json keeps the bytes: a run is compared with what its journal gives again.
  totals json,
  proof json,
  faults jsonb NOT NULL,
  lots json NOT NULL,
  lines integer NOT NULL,
  allocations integer NOT NULL
);
CREATE INDEX run_market ON run (market, journal);

CREATE TABLE allocation (
  id text PRIMARY KEY,
  run_id text NOT NULL REFERENCES run,
  market text NOT NULL,
  line_id text NOT NULL REFERENCES order_line,
  order_id text NOT NULL,
  lot_id text NOT NULL REFERENCES lot,
  terms_id text NOT NULL,
  partner text NOT NULL,
  quantity bigint NOT NULL CHECK (quantity > 0),
  unit_price bigint NOT NULL,
  freight bigint NOT NULL,
  status text NOT NULL,
  accepted bigint NOT NULL,
  damaged bigint NOT NULL,
  missing bigint NOT NULL,
  why jsonb NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX allocation_line ON allocation (line_id);
CREATE INDEX allocation_lot ON allocation (lot_id);

CREATE TABLE allocation_share (
  allocation_id text NOT NULL REFERENCES allocation,
  position integer NOT NULL,
  producer_id text NOT NULL,
  quantity bigint NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (allocation_id, position)
);
CREATE INDEX allocation_share_producer ON allocation_share (producer_id);

CREATE TABLE shipment (
  id text PRIMARY KEY,
  market text NOT NULL REFERENCES market,
  order_id text NOT NULL REFERENCES orders,
  partner text NOT NULL,
  allocation_ids text[] NOT NULL,
  legs jsonb NOT NULL,
  dispatched_at timestamptz NOT NULL,
  received_at timestamptz,
  moisture integer,
  version bigint NOT NULL
);
CREATE INDEX shipment_order ON shipment (order_id);

CREATE TABLE settlement (
  allocation_id text NOT NULL REFERENCES allocation,
  position integer NOT NULL,
  market text NOT NULL,
  order_id text NOT NULL REFERENCES orders,
  lot_id text NOT NULL,
  producer_id text NOT NULL,
  quantity bigint NOT NULL CHECK (quantity > 0),
  amount bigint NOT NULL CHECK (amount >= 0),
  PRIMARY KEY (allocation_id, position)
);
CREATE INDEX settlement_order ON settlement (order_id);
CREATE INDEX settlement_producer ON settlement (producer_id);

CREATE TABLE payment (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  market text NOT NULL,
  order_id text NOT NULL REFERENCES orders,
  amount bigint NOT NULL CHECK (amount > 0),
  reference text NOT NULL,
  recorded_at timestamptz NOT NULL
);
CREATE INDEX payment_order ON payment (order_id);
`;
