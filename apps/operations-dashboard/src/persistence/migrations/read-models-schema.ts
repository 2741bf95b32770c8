/**
 * What the events say, one table per kind of subject; `version` is the subject's, so that an older event changes nothing.
 * No foreign keys: events of different topics arrive in any order.
 */
export const READ_MODELS_SCHEMA = `
CREATE TABLE producer (
  producer_id text PRIMARY KEY,
  origin text NOT NULL,
  kind text NOT NULL,
  status text NOT NULL,
  workers_total integer NOT NULL,
  workers_women integer NOT NULL,
  workers_youth integer NOT NULL,
  version bigint NOT NULL
) WITH (fillfactor = 70);

CREATE TABLE lot (
  lot_id text PRIMARY KEY,
  origin text NOT NULL,
  seller_id text NOT NULL,
  pooled boolean NOT NULL,
  product text NOT NULL,
  commodity text NOT NULL,
  unit text NOT NULL,
  quantity bigint NOT NULL,
  produced_on date NOT NULL,
  best_before date,
  floor_price bigint NOT NULL,
  certificates jsonb NOT NULL,
  contributors integer NOT NULL,
  chunks integer NOT NULL,
  version bigint NOT NULL
);

CREATE TABLE lot_share (
  lot_id text NOT NULL,
  producer_id text NOT NULL,
  PRIMARY KEY (lot_id, producer_id)
);

CREATE TABLE lot_balance (
  lot_id text PRIMARY KEY,
  declared bigint NOT NULL,
  free bigint NOT NULL,
  held bigint NOT NULL,
  offered bigint NOT NULL,
  confirmed bigint NOT NULL,
  in_transit bigint NOT NULL,
  delivered bigint NOT NULL,
  withdrawn bigint NOT NULL,
  written_off bigint NOT NULL,
  version bigint NOT NULL
);

CREATE TABLE lot_unsold (
  lot_id text PRIMARY KEY,
  run_id text NOT NULL,
  surplus bigint NOT NULL,
  allocated bigint NOT NULL,
  unsold jsonb NOT NULL,
  version bigint NOT NULL
);

CREATE TABLE agreement (
  agreement_id text PRIMARY KEY,
  origin text NOT NULL,
  partner text NOT NULL,
  stage text NOT NULL,
  edition integer NOT NULL,
  effective_from timestamptz,
  effective_to timestamptz,
  version bigint NOT NULL
);

CREATE TABLE term (
  term_id text PRIMARY KEY,
  agreement_id text NOT NULL,
  origin text NOT NULL,
  partner text NOT NULL,
  destination text NOT NULL,
  edition integer NOT NULL,
  commodity text NOT NULL,
  unit text NOT NULL,
  quota bigint NOT NULL,
  period text NOT NULL,
  minimum_lot bigint NOT NULL,
  freight bigint NOT NULL,
  transit_days integer NOT NULL,
  certificates jsonb NOT NULL,
  removed boolean NOT NULL,
  version bigint NOT NULL
);

CREATE TABLE quota_cell (
  term_id text NOT NULL,
  period text NOT NULL,
  capacity bigint NOT NULL,
  consumed bigint NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (term_id, period)
);

CREATE TABLE placed_order (
  order_id text PRIMARY KEY,
  origin text NOT NULL,
  partner text NOT NULL,
  status text NOT NULL,
  lines integer NOT NULL,
  changed_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX placed_order_newest ON placed_order (changed_at DESC, order_id DESC);

CREATE TABLE order_line (
  line_id text PRIMARY KEY,
  order_id text NOT NULL,
  deliver_to text NOT NULL,
  certificates jsonb NOT NULL,
  need_by date NOT NULL,
  min_life_days integer NOT NULL,
  max_landed_price bigint,
  version bigint NOT NULL
);
CREATE INDEX order_line_of_order ON order_line (order_id);

CREATE TABLE promise (
  line_id text PRIMARY KEY,
  order_id text NOT NULL,
  origin text NOT NULL,
  partner text NOT NULL,
  commodity text NOT NULL,
  unit text NOT NULL,
  wanted bigint NOT NULL,
  promised bigint NOT NULL,
  allocated bigint NOT NULL,
  term_id text,
  unfilled jsonb NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX promise_of_order ON promise (order_id);

CREATE TABLE allocation (
  allocation_id text PRIMARY KEY,
  run_id text NOT NULL,
  line_id text NOT NULL,
  order_id text NOT NULL,
  lot_id text NOT NULL,
  term_id text NOT NULL,
  origin text NOT NULL,
  partner text NOT NULL,
  commodity text NOT NULL,
  unit text NOT NULL,
  quantity bigint NOT NULL,
  unit_price bigint NOT NULL,
  freight bigint NOT NULL,
  status text NOT NULL,
  contributors integer NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX allocation_of_lot ON allocation (lot_id);

CREATE TABLE allocation_share (
  allocation_id text NOT NULL,
  producer_id text NOT NULL,
  quantity bigint NOT NULL,
  PRIMARY KEY (allocation_id, producer_id)
);

CREATE TABLE routing_run (
  run_id text PRIMARY KEY,
  origin text NOT NULL,
  journal_number bigint NOT NULL,
  outcome text NOT NULL,
  lots integer NOT NULL,
  lines integer NOT NULL,
  allocations integer NOT NULL,
  verified boolean NOT NULL,
  gap bigint NOT NULL,
  completed_at timestamptz NOT NULL,
  version bigint NOT NULL
);

CREATE TABLE order_event (
  event_id uuid PRIMARY KEY,
  order_id text NOT NULL,
  type text NOT NULL,
  subject text NOT NULL,
  sequence bigint NOT NULL,
  happened_at timestamptz NOT NULL,
  data jsonb NOT NULL
);
CREATE INDEX order_event_of_order ON order_event (order_id, happened_at, event_id);

CREATE TABLE dead_letter_seen (
  dead_letter_id text PRIMARY KEY,
  group_name text NOT NULL,
  source_topic text NOT NULL,
  source_partition text NOT NULL,
  source_offset text NOT NULL,
  event_id text,
  code text NOT NULL,
  error text NOT NULL,
  recorded_at timestamptz NOT NULL,
  version bigint NOT NULL
);

CREATE TABLE topic_progress (
  topic text NOT NULL,
  partition integer NOT NULL,
  events bigint NOT NULL,
  last_event_id text NOT NULL,
  last_event_type text NOT NULL,
  last_event_at timestamptz NOT NULL,
  applied_at timestamptz NOT NULL,
  PRIMARY KEY (topic, partition)
) WITH (fillfactor = 50);

-- One row, taken by each projecting transaction until it commits: sequences become visible in order, without a gap.
CREATE TABLE stream_head (
  id integer PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  epoch text NOT NULL DEFAULT replace(gen_random_uuid()::text, '-', ''),
  sequence bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 50);
INSERT INTO stream_head DEFAULT VALUES;

CREATE TABLE stream_event (
  sequence bigint PRIMARY KEY,
  data jsonb NOT NULL
);

-- What this service itself has published of the clock; not a read model, so a rebuild leaves it alone.
CREATE TABLE clock_setting (
  id integer PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  version bigint NOT NULL,
  offset_ms bigint NOT NULL
);
`;
