/**
 * Tables of a service that consumes events, as a step of its own migrations. New tables only: safe on a live database.
 *
 * They lie in the consumer's own database, so that an event's effect and the place reached in the log commit together.
 */
export const MESSAGING_SCHEMA = `
CREATE TABLE checkpoint (
  group_name text NOT NULL,
  topic text NOT NULL,
  partition integer NOT NULL,
  next_offset bigint NOT NULL DEFAULT 0 CHECK (next_offset >= 0),
  last_event_id text,
  PRIMARY KEY (group_name, topic, partition)
) WITH (fillfactor = 50);

CREATE TABLE event_version (
  group_name text NOT NULL,
  source text NOT NULL,
  subject text NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (group_name, source, subject)
);

CREATE TABLE dead_letter (
  id uuid PRIMARY KEY,
  group_name text NOT NULL,
  topic text NOT NULL,
  partition integer NOT NULL,
  log_offset bigint NOT NULL,
  event_id text NOT NULL,
  source text NOT NULL,
  subject text NOT NULL,
  key text NOT NULL,
  headers json NOT NULL,
  body bytea NOT NULL,
  code text NOT NULL,
  error text NOT NULL,
  state text NOT NULL DEFAULT 'dead' CHECK (state IN ('dead', 'draining', 'replayed', 'discarded')),
  recorded_at timestamptz NOT NULL DEFAULT now(),
  settled_at timestamptz
);
CREATE INDEX dead_letter_open ON dead_letter (group_name, source, subject) WHERE state IN ('dead', 'draining');

CREATE TABLE parked (
  group_name text NOT NULL,
  topic text NOT NULL,
  partition integer NOT NULL,
  log_offset bigint NOT NULL,
  event_id text NOT NULL,
  source text NOT NULL,
  subject text NOT NULL,
  key text NOT NULL,
  headers json NOT NULL,
  body bytea NOT NULL,
  parked_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (group_name, topic, partition, log_offset)
);
CREATE INDEX parked_by_subject ON parked (group_name, source, subject, log_offset);
`;
