import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { toBinary } from '#contracts/cloud-events.js';
import type { EventEnvelope } from '#contracts/envelope.js';
import { EVENTS, type EventType } from '#contracts/events.js';
import { ALL_TOPICS } from '#contracts/topics.js';
import { BusinessClock } from '#kernel/business-clock.js';
import type { Role } from '#platform/access/principal.js';
import { Relay } from '#platform/database/relay.js';
import { createApp } from '#platform/http/create-app.js';
import { EVENT_LOG, type EventLog } from '#event-log/log/event-log.js';
import { EventLogServer } from '#platform/consuming/event-log-server.js';
import { runMigrations } from '#platform/boot/run-migrations.js';
import { Shutdown } from '#platform/context/shutdown.js';
import { readConfig } from '#platform/context/config.js';
import { testDatabase } from '#platform/testing/postgres.js';
import { TEST_KEY } from '#platform/testing/service.js';
import { testIssuer } from '#platform/testing/tokens.js';
import { appModule } from '../src/app.module.js';
import { DashboardConfig } from '../src/config.js';
import { SendNotices } from '../src/notices/send-notices.js';
import { database } from '../src/persistence/data-source.js';

export interface Answer {
  readonly status: number;
  readonly body: any;
  readonly headers: Headers;
}

export interface CallOptions {
  readonly role?: Role;
  readonly region?: string;
  /** Whom a cooperative acts for. */
  readonly aggregator?: string;
  readonly key?: string | null;
  readonly token?: string;
  readonly headers?: Record<string, string>;
}

export type Dashboard = Awaited<ReturnType<typeof startDashboard>>;
type Environment = Awaited<ReturnType<typeof startEnvironment>>;

async function startEnvironment() {
  const [db, log, issuer] = await Promise.all([testDatabase(), testDatabase(), testIssuer()]);
  return { db, log, issuer, stop: () => Promise.all([db.drop(), log.drop(), issuer.close()]) };
}

/** The real service on a real database and log; business time is 09:00 WIB of 4 March 2019 unless a test moves it. */
export async function startDashboard(settings: Record<string, string> = {}) {
  const environment = await startEnvironment();
  let service = await startService(environment, settings);

  async function call(method: string, path: string, body?: unknown, options: CallOptions = {}): Promise<Answer> {
    const { role = 'platform', region = '33.02', aggregator } = options;
    const claims = aggregator === undefined ? {} : { aggregator };
    const response = await fetch(`${service.url}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${options.token ?? (await environment.issuer.token([role], region, claims))}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(method === 'GET' || options.key === null ? {} : { 'Idempotency-Key': options.key ?? randomUUID() }),
        ...options.headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
  }

  return {
    call,
    get: (path: string, options?: CallOptions) => call('GET', path, undefined, options),
    post: (path: string, body?: unknown, options?: CallOptions) => call('POST', path, body, options),
    token: () => environment.issuer.token(['operations'], '33.02'),
    tokenOf: (role: Role, region: string, claims: Record<string, unknown> = {}) =>
      environment.issuer.token([role], region, claims),
    get url(): string {
      return service.url;
    },
    databaseUrl: environment.db.url,
    query: <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> => service.dataSource.query(sql, parameters),
    get dataSource(): DataSource {
      return service.dataSource;
    },
    publish: (events: readonly EventEnvelope[]) => service.log.publish(events.map(toRecord)),
    /** Publishes, and waits until everything in the log is applied. */
    apply: async (events: readonly EventEnvelope[]): Promise<void> => {
      await service.log.publish(events.map(toRecord));
      await service.caughtUp();
    },
    /** Moves the clock and waits until this service follows. */
    moveClock: async (to: string): Promise<void> => {
      const { body } = await call('POST', '/api/operations/clock', { to });
      for (const end = Date.now() + 60_000; ;) {
        await sleep(20);
        if ((await call('GET', '/api/operations/clock')).body.offsetMs === body.offsetMs) return;
        if (Date.now() > end) throw new Error('waited in vain for the clock');
      }
    },
    /** What the service does every ten seconds: looks whether anybody is to be sent a notice. */
    sendNotices: () => service.sendNotices(),
    /** A second replica on the same database and log. */
    replica: () => startService(environment, settings),
    caughtUp: (allowDeadLetters = false) => service.caughtUp(allowDeadLetters),
    /** Stops the service, runs `meanwhile` on its database, starts it again. */
    restart: async (
      meanwhile: (dataSource: DataSource) => Promise<void> = () => Promise.resolve(),
      allowDeadLetters = false,
    ): Promise<void> => {
      await service.stop(meanwhile);
      service = await startService(environment, settings);
      await service.caughtUp(allowDeadLetters);
    },
    stop: async (): Promise<void> => {
      await service.stop();
      await environment.stop();
    },
  };
}

async function startService({ db, log: logDatabase, issuer }: Environment, settings: Record<string, string>) {
  const config = readConfig(DashboardConfig, {
    SERAP_DATABASE_URL: db.url,
    SERAP_LOG_URL: logDatabase.url,
    SERAP_TOKEN_ISSUER: issuer.issuer,
    SERAP_TOKEN_KEYS_URL: issuer.keysUrl,
    SERAP_PERSONAL_DATA_KEY: TEST_KEY,
    SERAP_EMBEDDED: 'yes',
    SERAP_SIMULATED_CLOCK: 'yes',
    ...settings,
  });
  await runMigrations(config, database);
  const app = await createApp(appModule(config));
  const log = app.get<EventLog>(EVENT_LOG);
  const dataSource = app.get(DataSource);
  const relay = app.get(Relay);
  await log.createTopics(ALL_TOPICS);
  const consumers = app.connectMicroservice({ strategy: app.get(EventLogServer) }, { inheritAppConfig: true });
  await app.startAllMicroservices();
  relay.start();
  await app.listen(0, '127.0.0.1');
  app.get(Shutdown).opened();
  app.get(BusinessClock).adjust(Date.parse('2019-03-04T02:00:00Z') - Date.now());

  return {
    log,
    dataSource,
    sendNotices: () => app.get(SendNotices).run(new AbortController().signal),
    url: await app.getUrl(),
    /** Waits until all that is in the log is applied, and nothing that this led to is on its way into the log. */
    caughtUp: async (allowDeadLetters = false): Promise<void> => {
      let reached: string | undefined;
      for (let end = 0; ;) {
        await sleep(20);
        const before = await appended(log);
        const [row] = await dataSource.query<{ reached: string; waiting: number }[]>(
          `SELECT (SELECT coalesce(sum(next_offset), 0)::text FROM checkpoint) AS reached,
                  (SELECT count(*)::int FROM outbox WHERE published_at IS NULL) AS waiting`,
        );
        const dead = await dataSource.query<{ error: string }[]>('SELECT error FROM dead_letter');
        if (dead.length > 0 && !allowDeadLetters) throw new Error(`a dead letter: ${String(dead[0]?.error)}`);
        // What was published while this looked has been seen nowhere above.
        const all = await appended(log);
        if (row?.waiting === 0 && BigInt(row.reached) === all && before === all) return;
        // Whoever gets on is waited for, however slow the machine is.
        if (row?.reached !== reached) end = Date.now() + 60_000;
        reached = row?.reached;
        if (Date.now() > end) {
          throw new Error(`waited in vain: ${String(reached)} of ${String(all)} events applied`);
        }
      }
    },
    stop: async (meanwhile: (dataSource: DataSource) => Promise<void> = () => Promise.resolve()): Promise<void> => {
      await app.getHttpAdapter().close();
      await consumers.close();
      await relay.close();
      await log.close();
      await meanwhile(dataSource);
      await dataSource.destroy();
    },
  };
}

async function appended(log: EventLog): Promise<bigint> {
  let sum = 0n;
  for (const topic of ALL_TOPICS) for (const offset of (await log.endOffsets(topic)).values()) sum += offset;
  return sum;
}

function toRecord(event: EventEnvelope) {
  const { headers, body } = toBinary(event);
  const { topic } = EVENTS[event.type as EventType];
  return { topic, key: event.key, eventId: event.id, headers, body };
}
