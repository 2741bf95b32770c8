import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { ALL_TOPICS, TOPICS } from '#contracts/topics.js';
import type { Role } from '#platform/access/principal.js';
import { createDataSource } from '#platform/database/database.js';
import { migrate } from '#platform/database/migrate.js';
import { Relay } from '#platform/database/relay.js';
import { Transactions } from '#platform/database/transactions.js';
import { createApp } from '#platform/http/create-app.js';
import { EVENT_LOG, type EventLog } from '#event-log/log/event-log.js';
import { EventLogServer } from '#platform/consuming/event-log-server.js';
import { PostgresEventLog } from '#event-log/postgres-log/postgres-event-log.js';
import { Shutdown } from '#platform/context/shutdown.js';
import { testDatabase } from '#platform/testing/postgres.js';
import { TEST_KEY } from '#platform/testing/service.js';
import { testIssuer, type TestIssuer } from '#platform/testing/tokens.js';
import { appModule } from '../src/app.module.js';
import { RoutingConfig } from '../src/config.js';
import { InputAppender } from '../src/runtime/input-appender.js';
import { database } from '../src/persistence/data-source.js';

export const CSV = 'text/csv';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface Call {
  readonly region?: string;
  readonly role?: Role;
  readonly type?: string;
  readonly key?: string;
  readonly headers?: Record<string, string>;
}

export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly body: any;
}

/** order-routing as partner systems meet it: HTTP with bodies of any kind, and a real event log with its consumers. */
export class IntakeFixture {
  private readonly apps = new Set<NestFastifyApplication>();

  private constructor(
    readonly dataSource: DataSource,
    readonly log: EventLog,
    readonly issuer: TestIssuer,
    private readonly databases: { url: string; drop: () => Promise<void> }[],
  ) {}

  static async open(): Promise<IntakeFixture> {
    const databases = [await testDatabase(), await testDatabase()];
    const dataSource = await createDataSource({ ...database, url: databases[0]!.url }).initialize();
    await migrate({ ...database, url: databases[0]!.url });
    const log = new PostgresEventLog({ url: databases[1]!.url, partitions: 2 });
    await log.createTopics(ALL_TOPICS);
    return new IntakeFixture(dataSource, log, await testIssuer(), databases);
  }

  /** What a replica, also one in a process of its own, has to know. */
  get settings() {
    return {
      SERAP_DATABASE_URL: this.databases[0]!.url,
      SERAP_LOG_URL: this.databases[1]!.url,
      SERAP_TOKEN_ISSUER: this.issuer.issuer,
      SERAP_TOKEN_KEYS_URL: this.issuer.keysUrl,
      SERAP_PERSONAL_DATA_KEY: TEST_KEY,
    };
  }

  /** One more replica of the service, with its HTTP door, its timers and its event handlers. */
  async replica(settings: Partial<RoutingConfig> = {}): Promise<NestFastifyApplication> {
    const config = Object.assign(new RoutingConfig(), this.settings, settings);
    const app = await createApp(appModule(config));
    app.useLogger(false);
    app.connectMicroservice({ strategy: app.get(EventLogServer) }, { inheritAppConfig: true });
    await app.startAllMicroservices();
    await app.listen(0, '127.0.0.1');
    this.apps.add(app);
    return app;
  }

  /** Ends a replica in the order in which a service ends. */
  async stop(app: NestFastifyApplication): Promise<void> {
    this.apps.delete(app);
    await app.getHttpAdapter().close();
    await app.get(Shutdown).run(() => undefined);
    await app.get(EventLogServer).close();
    await app.get(Relay).close();
    await app.get<EventLog>(EVENT_LOG).close();
    await app.get(DataSource).destroy();
  }

  async feed(
    app: NestFastifyApplication,
    inputs: Parameters<InputAppender['append']>[1][number]['input'][],
  ): Promise<void> {
    await app.get(Transactions).run((tx) =>
      app.get(InputAppender).append(
        tx,
        inputs.map((input) => ({
          origin: '33.02',
          input,
          event: { principal: 'test', correlationId: 'test', id: 'test' } as never,
        })),
      ),
    );
    await this.until(async () => (await this.count('input WHERE number IS NULL AND refusal IS NULL')) === 0);
  }

  async call(
    app: { getUrl(): Promise<string> },
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
    { region = '13.03', role = 'partner-intake', type = 'application/json', key, headers = {} }: Call = {},
  ): Promise<Reply> {
    const raw: string | Buffer | undefined =
      body === undefined || typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
    const response = await fetch(`${await app.getUrl()}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await this.issuer.token([role], region)}`,
        ...(raw === undefined ? {} : { 'content-type': type }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...headers,
      },
      ...(raw === undefined ? {} : { body: typeof raw === 'string' ? raw : new Uint8Array(raw) }),
    });
    const text = await response.text();
    return { status: response.status, text, body: readBody(text, response.headers.get('content-type') ?? '') };
  }

  /** Publishes what a partner's system would, on the intake topic. */
  async publish(
    token: string | undefined,
    id: string,
    data: object | string,
    headers: Record<string, string> = {},
  ): Promise<void> {
    const key = '13.03';
    await this.log.publish([
      {
        topic: TOPICS.orderIntake,
        key,
        eventId: id,
        headers: {
          ce_specversion: '1.0',
          ce_id: id,
          ce_source: '/pasar-sijunjung/erp',
          ce_type: 'serap.order-intake.placed.v1',
          'content-type': 'application/json',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...headers,
        },
        body: Buffer.from(typeof data === 'string' ? data : JSON.stringify(data)),
      },
    ]);
  }

  async count(rows: string): Promise<number> {
    const [row] = await this.dataSource.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${rows}`);
    return row!.n;
  }

  async events(type: string): Promise<{ subject: string; key: string; principal: string; data: any }[]> {
    return this.dataSource.query(
      `SELECT headers->>'ce_subject' AS subject, key, headers->>'ce_principal' AS principal, body AS data
       FROM outbox WHERE headers->>'ce_type' = $1 ORDER BY id`,
      [type],
    );
  }

  async until(condition: () => Promise<boolean>, withinMs = 60_000): Promise<void> {
    const deadline = Date.now() + withinMs;
    while (!(await condition())) {
      if (Date.now() > deadline) throw new Error(`It did not come to that within ${String(withinMs)} ms.`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async close(): Promise<void> {
    for (const app of this.apps) await this.stop(app);
    await this.log.close();
    await this.issuer.close();
    await this.dataSource.destroy();
    for (const { drop } of this.databases) await drop();
  }
}

function readBody(text: string, type: string): unknown {
  if (type.includes('ndjson')) {
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as unknown);
  }
  return type.includes('json') && text !== '' ? (JSON.parse(text) as unknown) : text;
}

/** A date `days` from today, as YYYY-MM-DD. */
export function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
