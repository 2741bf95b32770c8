/** Part of a merged migration: never edited again. */
export const AGREEMENTS_SCHEMA = `
CREATE TABLE agreement (
  id uuid CONSTRAINT agreement_pk PRIMARY KEY,
  origin text NOT NULL,
  partner text NOT NULL,
  title text NOT NULL,
  regime text NOT NULL,
  needs_council boolean NOT NULL,
  origin_number text,
  partner_number text,
  stage text NOT NULL,
  edition integer NOT NULL,
  effective_from timestamptz,
  effective_to timestamptz,
  version integer NOT NULL,
  CONSTRAINT agreement_regions CHECK (origin <> partner),
  CONSTRAINT agreement_period CHECK (effective_from < effective_to)
);
CREATE INDEX agreement_of_origin ON agreement (origin, id);
CREATE INDEX agreement_due ON agreement (stage, effective_from, effective_to);

CREATE TABLE stage_reached (
  agreement_id uuid NOT NULL REFERENCES agreement (id),
  number integer NOT NULL,
  stage text NOT NULL,
  -- Business time: when an officer took the step, or the instant at which it fell due.
  at timestamptz NOT NULL,
  by text NOT NULL,
  remark text,
  PRIMARY KEY (agreement_id, number)
);

CREATE TABLE document (
  id uuid PRIMARY KEY,
  agreement_id uuid NOT NULL REFERENCES agreement (id),
  kind text NOT NULL,
  number text,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL,
  UNIQUE (agreement_id, kind, sha256)
);

CREATE TABLE signatory (
  id uuid PRIMARY KEY,
  agreement_id uuid NOT NULL REFERENCES agreement (id),
  side text NOT NULL CHECK (side IN ('origin', 'partner')),
  name text NOT NULL,
  office text NOT NULL CHECK (office IN ('head-of-region', 'delegate')),
  power_of_attorney text
);
CREATE INDEX signatory_of ON signatory (agreement_id);

CREATE TABLE term (
  id uuid PRIMARY KEY,
  agreement_id uuid NOT NULL REFERENCES agreement (id),
  destination text NOT NULL,
  commodity text NOT NULL,
  unit text NOT NULL CHECK (unit IN ('GRAM', 'PAIR', 'PIECE')),
  quota bigint NOT NULL CHECK (quota >= 0),
  period text NOT NULL CHECK (period IN ('day', 'week', 'month', 'year', 'whole')),
  minimum_lot bigint NOT NULL CHECK (minimum_lot BETWEEN 0 AND quota),
  freight bigint NOT NULL CHECK (freight >= 0),
  transit_days integer NOT NULL CHECK (transit_days >= 0),
  certificates text[] NOT NULL,
  UNIQUE (agreement_id, destination, commodity)
);

-- The legal report's ledger, as routing tells it; the newest version of a cell wins.
CREATE TABLE quota_cell (
  term_id text NOT NULL,
  period text NOT NULL,
  agreement_id uuid NOT NULL,
  capacity bigint NOT NULL,
  consumed bigint NOT NULL CHECK (consumed >= 0),
  version bigint NOT NULL,
  PRIMARY KEY (term_id, period)
);
CREATE INDEX quota_cell_of ON quota_cell (agreement_id, period);
`;
