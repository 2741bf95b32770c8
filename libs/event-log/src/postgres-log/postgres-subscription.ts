import type pg from 'pg';
import type { Interest, PartitionConsumer, Subscription, TopicPartition } from '../log/event-log.js';
import { PartitionPump, type StandStill } from '../log/partition-pump.js';
import { GroupLeases } from './group-leases.js';
import type { LogListener } from './log-listener.js';
import { TableSource } from './table-source.js';

export interface SubscriptionTiming {
  /** A member that has not been heard of for so long loses its partitions. */
  readonly leaseMs: number;
  /** Fallback for signals that were lost, and the heartbeat of the leases. */
  readonly pollMs: number;
  readonly standStill?: StandStill | undefined;
}

interface Owned {
  readonly partition: TopicPartition;
  readonly source: TableSource;
  readonly pump: PartitionPump;
}

const keyOf = ({ topic, partition }: TopicPartition) => `${topic}/${String(partition)}`;

/** One member of a group on the PostgreSQL log. */
export class PostgresSubscription implements Subscription {
  private readonly leases: GroupLeases;
  private readonly owned = new Map<string, Owned>();
  /** Pumps that are finishing; a partition that comes back waits for its former pump. */
  private readonly leaving = new Map<string, Promise<void>>();
  private readonly givingUp = new Set<string>();
  private readonly stopHearing: () => void;
  private readonly timer: NodeJS.Timeout;
  private closed = false;
  private working: Promise<void> | undefined;
  private again = { members: true, records: true };

  constructor(
    private readonly log: { readonly pool: pg.Pool; readonly listener: LogListener },
    private readonly interest: Interest,
    private readonly consumer: PartitionConsumer,
    private readonly timing: SubscriptionTiming,
  ) {
    const { group, topics } = interest;
    this.leases = new GroupLeases(log.pool, group, topics, timing.leaseMs);
    this.stopHearing = log.listener.hear((signal) => {
      if (signal === 'reconnected' || ('group' in signal && signal.group === group)) this.look('members');
      if (signal === 'reconnected' || ('appended' in signal && topics.includes(signal.appended))) this.look('records');
    });
    this.timer = setInterval(() => {
      this.look('members');
    }, timing.pollMs);
    this.look('members');
    void this.leases.announce().catch(() => undefined);
  }

  async close(): Promise<void> {
    this.closed = true;
    this.stopHearing();
    clearInterval(this.timer);
    await this.working;
    await Promise.all([...[...this.owned.values()].map(({ pump }) => pump.close()), ...this.leaving.values()]);
    // With the server away the leases run out by themselves.
    await this.leases.release([...this.owned.values()].map(({ partition }) => partition)).catch(() => undefined);
    await this.leases.leave().catch(() => undefined);
  }

  /** Asks for a look at the leases or at the ends of the partitions; many requests while one is under way are one. */
  private look(what: 'members' | 'records'): void {
    this.again[what] = true;
    this.working ??= this.work().finally(() => {
      this.working = undefined;
    });
  }

  private async work(): Promise<void> {
    while (!this.isClosed() && (this.again.members || this.again.records)) {
      const { members } = this.again;
      this.again = { members: false, records: false };
      try {
        if (members) await this.balance();
        await this.findRecords();
        if (members) this.consumer.joined?.();
      } catch (error) {
        // The server is away: the next poll tries again, and each consumer's checkpoint guards what it owns till then.
        if (!this.isClosed()) this.consumer.notJoined?.(error);
        return;
      }
    }
  }

  private isClosed(): boolean {
    return this.closed;
  }

  private async balance(): Promise<void> {
    const { held, wanted } = await this.leases.extend();
    const heldKeys = new Set(held.map(keyOf));
    for (const [key, owned] of this.owned) if (!heldKeys.has(key)) void this.drop(owned);
    for (const partition of held) this.own(partition);
    await this.leases.commit(
      [...this.owned.values()].flatMap(({ partition, pump }) =>
        pump.position === undefined ? [] : [{ ...partition, offset: pump.position }],
      ),
    );
    for (const [topic, share] of wanted) {
      const mine = [...this.owned.values()].filter(({ partition }) => partition.topic === topic);
      if (mine.length > share) {
        for (const owned of mine.slice(share)) void this.giveUp(owned);
      } else if (mine.length < share) {
        for (const partition of await this.leases.take(topic, share - mine.length)) this.own(partition);
      }
    }
  }

  private own(partition: TopicPartition): void {
    const key = keyOf(partition);
    if (this.owned.has(key) || this.givingUp.has(key)) return;
    const source = new TableSource(this.log.pool, partition);
    const pump = new PartitionPump(partition, source, this.consumer, {
      after: this.leaving.get(key),
      standStill: this.timing.standStill,
    });
    this.owned.set(key, { partition, source, pump });
  }

  /** Another member should have it: the batch under way is finished first, without holding up the heartbeat. */
  private async giveUp(owned: Owned): Promise<void> {
    const key = keyOf(owned.partition);
    this.givingUp.add(key);
    await this.drop(owned);
    // If this fails, the lease is seen again at the next heartbeat and given up again.
    await this.leases.release([owned.partition]).catch(() => undefined);
    this.givingUp.delete(key);
  }

  private drop({ partition, pump }: Owned): Promise<void> {
    const key = keyOf(partition);
    this.owned.delete(key);
    const left = pump.close().finally(() => {
      if (this.leaving.get(key) === left) this.leaving.delete(key);
    });
    this.leaving.set(key, left);
    return left;
  }

  private async findRecords(): Promise<void> {
    const { rows } = await this.log.pool.query<TopicPartition & { next_offset: string }>({
      name: 'log-ends',
      text: 'SELECT topic, partition, next_offset FROM log_partition WHERE topic = ANY($1)',
      values: [this.interest.topics],
    });
    for (const row of rows) {
      const owned = this.owned.get(keyOf(row));
      if (owned?.source.reaches(BigInt(row.next_offset))) owned.pump.wake();
    }
  }
}
