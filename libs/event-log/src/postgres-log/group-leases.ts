import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { murmur2 } from '../log/partitioner.js';
import type { TopicPartition } from '../log/event-log.js';

interface Member {
  member: string;
  topics: string[];
}

/** This member's share of a group: which partitions it holds by lease, and how many of each topic it should hold. */
export class GroupLeases {
  readonly member = randomUUID();
  private readonly leaseMs: string;

  constructor(
    private readonly pool: pg.Pool,
    private readonly group: string,
    private readonly topics: readonly string[],
    leaseMs: number,
  ) {
    this.leaseMs = String(leaseMs);
  }

  /** Says that this member lives, forgets those that have not said so in time, and extends this member's leases. */
  async extend(): Promise<{ held: TopicPartition[]; wanted: Map<string, number> }> {
    const { rows: others } = await this.pool.query<Member>(
      `WITH gone AS (DELETE FROM log_member WHERE group_name = $1 AND member <> $2 AND expires_at < now()),
            me AS (INSERT INTO log_member VALUES ($1, $2, $3, now() + $4 * interval '1 ms')
                   ON CONFLICT (group_name, member) DO UPDATE SET expires_at = excluded.expires_at)
       SELECT member, topics FROM log_member WHERE group_name = $1 AND member <> $2 AND expires_at >= now()`,
      [this.group, this.member, this.topics, this.leaseMs],
    );
    await this.pool.query(
      `INSERT INTO log_group_offset (group_name, topic, partition)
       SELECT $1, topic, partition FROM log_partition p WHERE topic = ANY($2) AND NOT EXISTS
         (SELECT 1 FROM log_group_offset g WHERE (g.group_name, g.topic, g.partition) = ($1, p.topic, p.partition))
       ON CONFLICT DO NOTHING`,
      [this.group, this.topics],
    );
    const { rows } = await this.pool.query<TopicPartition & { mine: boolean }>(
      `WITH kept AS (
         UPDATE log_group_offset SET leased_until = now() + $3 * interval '1 ms'
         WHERE group_name = $1 AND member = $2 RETURNING topic, partition)
       SELECT topic, partition, EXISTS (SELECT 1 FROM kept k WHERE (k.topic, k.partition) = (g.topic, g.partition)) AS mine
       FROM log_group_offset g WHERE group_name = $1 AND topic = ANY($4)`,
      [this.group, this.member, this.leaseMs, this.topics],
    );
    const held = rows.filter((row) => row.mine).map(({ topic, partition }) => ({ topic, partition }));
    return { held, wanted: this.shares([...others, { member: this.member, topics: [...this.topics] }], rows) };
  }

  /** Takes up to `count` partitions of a topic that nobody holds. */
  async take(topic: string, count: number): Promise<TopicPartition[]> {
    const { rows } = await this.pool.query<TopicPartition>(
      `UPDATE log_group_offset SET member = $2, leased_until = now() + $5 * interval '1 ms'
       WHERE group_name = $1 AND topic = $3 AND partition IN (
         SELECT partition FROM log_group_offset
         WHERE group_name = $1 AND topic = $3 AND (member IS NULL OR leased_until < now())
         ORDER BY partition LIMIT $4 FOR UPDATE SKIP LOCKED)
       RETURNING topic, partition`,
      [this.group, this.member, topic, count, this.leaseMs],
    );
    return rows;
  }

  /** Gives partitions back and tells the other members. */
  async release(partitions: readonly TopicPartition[]): Promise<void> {
    await this.pool.query(
      `UPDATE log_group_offset g SET member = NULL, leased_until = '-infinity'
       FROM unnest($3::text[], $4::integer[]) AS u(topic, partition)
       WHERE g.group_name = $1 AND g.member = $2 AND g.topic = u.topic AND g.partition = u.partition`,
      [this.group, this.member, partitions.map((p) => p.topic), partitions.map((p) => p.partition)],
    );
    await this.announce();
  }

  async leave(): Promise<void> {
    await this.pool.query('DELETE FROM log_member WHERE group_name = $1 AND member = $2', [this.group, this.member]);
    await this.announce();
  }

  async announce(): Promise<void> {
    await this.pool.query(`SELECT pg_notify('serap_log_group', $1)`, [this.group]);
  }

  /** A hint for people who look at the table; consumers start at their own checkpoint. */
  async commit(positions: readonly (TopicPartition & { offset: bigint })[]): Promise<void> {
    await this.pool.query(
      `UPDATE log_group_offset g SET committed_offset = u.o
       FROM unnest($3::text[], $4::integer[], $5::bigint[]) AS u(t, n, o)
       WHERE g.group_name = $1 AND g.member = $2 AND g.topic = u.t AND g.partition = u.n AND committed_offset <> u.o`,
      [
        this.group,
        this.member,
        positions.map((p) => p.topic),
        positions.map((p) => p.partition),
        positions.map((p) => p.offset.toString()),
      ],
    );
  }

  /** Every member computes the same shares: sizes differ by one at most, and the extra ones are spread over topics. */
  private shares(members: readonly Member[], partitions: readonly TopicPartition[]): Map<string, number> {
    return new Map(
      this.topics.map((topic) => {
        const total = partitions.filter((p) => p.topic === topic).length;
        const readers = members
          .filter((m) => m.topics.includes(topic))
          .map((m) => m.member)
          .sort();
        const shift = (murmur2(new TextEncoder().encode(topic)) >>> 0) % readers.length;
        const rank = (readers.indexOf(this.member) + shift) % readers.length;
        return [topic, Math.floor(total / readers.length) + (rank < total % readers.length ? 1 : 0)];
      }),
    );
  }
}
