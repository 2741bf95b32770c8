import type pg from 'pg';

const LOCK = 0x5e7a92;

/**
 * Tables of the PostgreSQL log, in a database of its own. Made new or left as they are: safe on a live database.
 *
 * The counter row of a partition is locked by the appending transaction and counted up in it, so offsets become visible
 * in order and without a gap: a reader that saw offset n has seen everything below it.
 */
const SCHEMA = `
CREATE TABLE IF NOT EXISTS log_partition (
  topic text NOT NULL,
  partition integer NOT NULL,
  first_offset bigint NOT NULL DEFAULT 0,
  next_offset bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (topic, partition)
) WITH (fillfactor = 50);

CREATE TABLE IF NOT EXISTS log_record (
  topic text NOT NULL,
  partition integer NOT NULL,
  "offset" bigint NOT NULL,
  event_id text NOT NULL UNIQUE,
  key text NOT NULL,
  headers json NOT NULL,
  body bytea NOT NULL,
  appended_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (topic, partition, "offset")
);

CREATE TABLE IF NOT EXISTS log_member (
  group_name text NOT NULL,
  member text NOT NULL,
  topics text[] NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (group_name, member)
);

CREATE TABLE IF NOT EXISTS log_group_offset (
  group_name text NOT NULL,
  topic text NOT NULL,
  partition integer NOT NULL,
  member text,
  leased_until timestamptz NOT NULL DEFAULT '-infinity',
  committed_offset bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (group_name, topic, partition)
) WITH (fillfactor = 50);

CREATE OR REPLACE FUNCTION log_append(
  topics text[], partitions integer[], ids text[], keys text[], all_headers json[], bodies bytea[]
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  wanted integer;
  locked integer;
BEGIN
  SELECT count(DISTINCT (t, n)) INTO wanted FROM unnest(topics, partitions) AS u(t, n);
  -- Always in the same order, so that two appends wait for one another instead of blocking each other.
  PERFORM 1 FROM log_partition p
    JOIN (SELECT DISTINCT t, n FROM unnest(topics, partitions) AS u(t, n)) w ON p.topic = w.t AND p.partition = w.n
    ORDER BY p.topic, p.partition FOR UPDATE OF p;
  GET DIAGNOSTICS locked = ROW_COUNT;
  IF locked <> wanted THEN
    RAISE EXCEPTION 'a topic is missing among %', (SELECT array_agg(DISTINCT t) FROM unnest(topics) t)
      USING ERRCODE = 'undefined_table';
  END IF;
  -- A new statement, so it sees what was committed while this one waited for the locks.
  WITH incoming AS (
    SELECT DISTINCT ON (id) t, n, id, k, h, b, i
    FROM unnest(topics, partitions, ids, keys, all_headers, bodies) WITH ORDINALITY AS u(t, n, id, k, h, b, i)
    ORDER BY id, i
  ), fresh AS (
    -- Looked up one by one: for a join, a planner without statistics reads the whole log.
    SELECT * FROM incoming WHERE (SELECT true FROM log_record r WHERE r.event_id = incoming.id) IS NULL
  ), stored AS (
    INSERT INTO log_record (topic, partition, "offset", event_id, key, headers, body)
    SELECT t, n, p.next_offset + row_number() OVER (PARTITION BY t, n ORDER BY i) - 1, id, k, h, b
    FROM fresh JOIN log_partition p ON p.topic = t AND p.partition = n
    RETURNING topic, partition
  ), counts AS (
    SELECT topic, partition, count(*) AS added FROM stored GROUP BY topic, partition
  )
  UPDATE log_partition p SET next_offset = next_offset + added
  FROM counts c WHERE p.topic = c.topic AND p.partition = c.partition;
  -- Only relays append, so the short global lock that NOTIFY takes at commit is nobody's bottleneck.
  PERFORM pg_notify('serap_log', t) FROM (SELECT DISTINCT t FROM unnest(topics) t) AS d;
END $$;
`;

/** Makes the log's tables where they are missing. Processes that start together wait for one another. */
export async function installLog(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`BEGIN; SELECT pg_advisory_xact_lock(${String(LOCK)}); ${SCHEMA} COMMIT;`);
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
