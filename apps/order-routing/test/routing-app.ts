import { createHash } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import type { Role } from '#platform/access/principal.js';
import { createDataSource } from '#platform/database/database.js';
import { migrate } from '#platform/database/migrate.js';
import { Transactions } from '#platform/database/transactions.js';
import { createApp } from '#platform/http/create-app.js';
import { EVENT_LOG, type EventLog } from '#event-log/log/event-log.js';
import { Relay } from '#platform/database/relay.js';
import { Shutdown } from '#platform/context/shutdown.js';
import { testDatabase } from '#platform/testing/postgres.js';
import { TEST_KEY } from '#platform/testing/service.js';
import { testIssuer, type TestIssuer } from '#platform/testing/tokens.js';
import { appModule } from '../src/app.module.js';
import { RoutingConfig } from '../src/config.js';
import type { TermsRow } from '../src/domain/ledger/term.js';
import { InputAppender } from '../src/runtime/input-appender.js';
import { database } from '../src/persistence/data-source.js';
import type { OrderView } from '../src/domain/views/order-view.js';

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

/** order-routing on a real database of its own, with as many replicas as a test wants; events are put in by hand. */
export class RoutingFixture {
  private readonly apps: NestFastifyApplication[] = [];

  private constructor(
    readonly dataSource: DataSource,
    private readonly databases: { url: string; drop: () => Promise<void> }[],
    private readonly issuer: TestIssuer,
  ) {}

  static async open(): Promise<RoutingFixture> {
    const databases = [await testDatabase(), await testDatabase()];
    const dataSource = await createDataSource({ ...database, url: databases[0]!.url }).initialize();
    await migrate({ ...database, url: databases[0]!.url });
    return new RoutingFixture(dataSource, databases, await testIssuer());
  }

  async replica(): Promise<NestFastifyApplication> {
    const config = Object.assign(new RoutingConfig(), {
      SERAP_DATABASE_URL: this.databases[0]!.url,
      SERAP_LOG_URL: this.databases[1]!.url,
      SERAP_TOKEN_ISSUER: this.issuer.issuer,
      SERAP_TOKEN_KEYS_URL: this.issuer.keysUrl,
      SERAP_PERSONAL_DATA_KEY: TEST_KEY,
    });
    const app = await createApp(appModule(config));
    app.useLogger(false);
    await app.listen(0, '127.0.0.1');
    this.apps.push(app);
    return app;
  }

  /** Feeds the market as its consumers would: inputs in the journal, in one transaction. */
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
    await this.until(async () => {
      const [row] = await this.dataSource.query<{ waiting: number }[]>(
        'SELECT count(*)::int AS waiting FROM input WHERE number IS NULL AND refusal IS NULL',
      );
      return row?.waiting === 0;
    });
  }

  async post<T = OrderView>(
    app: NestFastifyApplication,
    path: string,
    body: unknown,
    options: {
      method?: 'POST' | 'PUT';
      token?: string;
      key?: string | undefined;
      region?: string;
      role?: 'partner-intake' | 'registry-officer';
    } = {},
  ): Promise<Answer<T>> {
    const token =
      options.token ?? (await this.issuer.token([options.role ?? 'partner-intake'], options.region ?? '13.03'));
    const response = await fetch(`${await app.getUrl()}${path}`, {
      method: options.method ?? 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        ...('key' in options && options.key === undefined
          ? {}
          : { 'idempotency-key': options.key ?? crypto.randomUUID() }),
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as T };
  }

  async get<T = OrderView>(
    app: NestFastifyApplication,
    path: string,
    region = '13.03',
    role: 'partner-intake' | 'registry-officer' = 'partner-intake',
  ): Promise<Answer<T>> {
    const token = await this.issuer.token([role], region);
    const response = await fetch(`${await app.getUrl()}${path}`, { headers: { authorization: `Bearer ${token}` } });
    return { status: response.status, body: (await response.json()) as T };
  }

  token(role: Role, region: string, claims: Parameters<TestIssuer['token']>[2] = {}): Promise<string> {
    return this.issuer.token([role], region, claims);
  }

  async until(condition: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + 60_000;
    while (!(await condition())) {
      if (Date.now() > deadline) throw new Error('It did not come to that within 60 s.');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Takes the market from its owner, as a lease that ran out would. */
  async moveLease(): Promise<void> {
    await this.dataSource.query(`UPDATE market SET epoch = epoch + 1, lease_owner = NULL, lease_until = NULL`);
  }

  async close(): Promise<void> {
    for (const app of this.apps) {
      await app.getHttpAdapter().close();
      await app.get(Shutdown).run(() => undefined);
      await app.get(Relay).close();
      await app.get<EventLog>(EVENT_LOG).close();
      await app.get(DataSource).destroy();
    }
    await this.issuer.close();
    await this.dataSource.destroy();
    for (const { drop } of this.databases) await drop();
  }
}

/** One complete lot, valid by default; quantities in kilograms. */
export function lotInput(id: string, kg: number, certificates: string[] = []) {
  const contributions = [{ producerId: `${id}-1`, quantity: kg * 1000 }];
  const contributionsHash = createHash('sha256')
    .update(`${id}-1 ${String(kg * 1000)}\n`)
    .digest('hex');
  return {
    kind: 'surplus-declared',
    payload: {
      lotId: id,
      sellerId: `coop-${id}`,
      pooled: true,
      product: 'P1',
      commodity: 'sugar',
      unit: 'GRAM',
      quantity: kg * 1000,
      producedOn: '2026-01-01',
      bestBefore: null,
      floorPrice: 16_500,
      certificates: certificates.map((kind) => ({ kind })),
      standingConsent: true,
      chunk: 1,
      chunks: 1,
      contributionsCount: 1,
      contributionsHash,
      contributions,
    },
  } as const;
}

/** A cooperation agreement in force with one terms row; the quota in kilograms a day. */
export function agreementInputs(partner: string, kg: number, share: Partial<TermsRow> = {}) {
  return [
    {
      kind: 'agreement-terms-changed',
      payload: {
        id: `T-${partner}`,
        agreementId: `A-${partner}`,
        partner,
        destination: partner,
        edition: 1,
        commodity: 'sugar',
        unit: 'GRAM',
        quota: kg * 1000,
        period: 'day',
        minimumLot: 0,
        ...share,
        freight: 2_000,
        transitDays: 3,
        certificates: [],
        removed: false,
      },
    },
    {
      kind: 'agreement-stage-changed',
      payload: {
        agreementId: `A-${partner}`,
        partner,
        stage: 'in-force',
        edition: 1,
        effectiveFrom: '2019-01-01T00:00:00Z',
        effectiveTo: null,
      },
    },
  ] as const;
}

/** A valid order of one line, in kilograms. */
export function orderBody(kg: number, line: object = {}, order: object = {}): object {
  const needBy = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  return {
    buyer: { name: 'PT Pembeli' },
    lines: [{ commodity: 'sugar', quantity: kg, unit: 'kg', needBy, ...line }],
    ...order,
  };
}
