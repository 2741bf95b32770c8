import { randomUUID } from 'node:crypto';
import type { Type } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BusinessClock } from '#kernel/business-clock.js';
import type { Role } from '../access/principal.js';
import type { DatabaseOptions } from '../database/database.js';
import { createApp } from '../http/create-app.js';
import { runMigrations } from '../boot/run-migrations.js';
import { Shutdown } from '../context/shutdown.js';
import { readConfig, type ServiceConfig } from '../context/config.js';
import { testDatabase } from './postgres.js';
import { testIssuer } from './tokens.js';

export interface Answer {
  readonly status: number;
  readonly type: string;
  // Tests assert its shape; a type would only repeat them.
  readonly body: any;
}

export interface CallOptions {
  readonly role?: Role;
  readonly region?: string;
  /** Whom a cooperative acts for. */
  readonly aggregator?: string;
  /** Null: no Idempotency-Key; absent: a new one. */
  readonly key?: string | null;
  readonly token?: string;
  readonly type?: string;
}

export interface OutboxEvent {
  readonly type: string;
  readonly subject: string;
  readonly sequence: number;
  readonly key: string;
  readonly data: any;
}

export interface TestServiceOptions<Config extends ServiceConfig> {
  readonly configType: new () => Config;
  readonly env?: Record<string, string>;
  readonly module: (config: Config) => Type;
  readonly database: Omit<DatabaseOptions, 'url' | 'poolSize'>;
  /** What all its paths begin with. */
  readonly prefix: string;
  /** Who calls unless a test says otherwise. */
  readonly caller: { readonly role: Role; readonly region: string };
  /** Business time at the start. */
  readonly now: string;
}

/** Key of services under test. */
export const TEST_KEY = '0123456789abcdef'.repeat(4);

export type TestService = Awaited<ReturnType<typeof startService>>;

/** The real Nest application of a service on a real database, listening on loopback; its relay does not run. */
export async function startService<Config extends ServiceConfig>(options: TestServiceOptions<Config>) {
  const [db, issuer] = await Promise.all([testDatabase(), testIssuer()]);
  const config = readConfig(options.configType, {
    SERAP_DATABASE_URL: db.url,
    SERAP_LOG_URL: db.url,
    SERAP_TOKEN_ISSUER: issuer.issuer,
    SERAP_TOKEN_KEYS_URL: issuer.keysUrl,
    SERAP_PERSONAL_DATA_KEY: TEST_KEY,
    ...options.env,
  });
  await runMigrations(config, options.database);
  const app = await createApp(options.module(config));
  const clock = app.get(BusinessClock);
  const setClock = (instant: string): void => {
    clock.adjust(Date.parse(instant) - Date.now());
  };
  setClock(options.now);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const dataSource = app.get(DataSource);

  async function call(method: string, path: string, body?: unknown, how: CallOptions = {}): Promise<Answer> {
    const { role, region, aggregator } = { ...options.caller, ...how };
    const claims = aggregator === undefined ? {} : { aggregator, sub: `${role}@${aggregator}` };
    const token = how.token ?? (await issuer.token([role], region, claims));
    const response = await fetch(`${url}${options.prefix}${path}`, {
      method,
      headers: {
        ...(token === '' ? {} : { Authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'Content-Type': how.type ?? 'application/json' }),
        ...(method === 'GET' || how.key === null ? {} : { 'Idempotency-Key': how.key ?? randomUUID() }),
      },
      ...(body === undefined ? {} : { body: encode(body) }),
    });
    const type = response.headers.get('content-type') ?? '';
    return { status: response.status, type, body: decode(await response.text(), type) };
  }

  return {
    app,
    url,
    dataSource,
    issuer,
    setClock,
    post: (path: string, body?: unknown, how?: CallOptions) => call('POST', path, body, how),
    put: (path: string, body: unknown, how?: CallOptions) => call('PUT', path, body, how),
    get: (path: string, how?: CallOptions) => call('GET', path, undefined, how),
    /** Events in the outbox, oldest first. */
    events: (type?: string): Promise<OutboxEvent[]> =>
      dataSource.query(
        `SELECT headers->>'ce_type' AS type, headers->>'ce_subject' AS subject,
                (headers->>'ce_sequence')::int AS sequence, key, body AS data
         FROM outbox WHERE $1::text IS NULL OR headers->>'ce_type' = $1 ORDER BY id`,
        [type ?? null],
      ),
    /** @param rows a table, with a condition if need be */
    count: async (rows: string): Promise<number> => {
      const [row]: { n: number }[] = await dataSource.query(`SELECT count(*)::int AS n FROM ${rows}`);
      return row?.n ?? 0;
    },
    stop: async () => {
      await app.get(Shutdown).run(() => undefined);
      await app.close();
      if (dataSource.isInitialized) await dataSource.destroy();
      await Promise.all([db.drop(), issuer.close()]);
    },
  };
}

function encode(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);
}

function decode(text: string, type: string): unknown {
  if (!type.includes('ndjson')) return JSON.parse(text) as unknown;
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}

export function ndjson(rows: readonly unknown[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}
