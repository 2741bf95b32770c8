import { randomBytes, randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { BusinessClock } from '#kernel/business-clock.js';
import type { Role } from '#platform/access/principal.js';
import { createApp } from '#platform/http/create-app.js';
import { runMigrations } from '#platform/runtime/boot.js';
import { readConfig } from '#platform/runtime/config.js';
import { testDatabase } from '#platform/testing/postgres.js';
import { testIssuer } from '#platform/testing/tokens.js';
import { appModule } from '../src/app.module.js';
import { RegistryConfig } from '../src/config.js';
import { database } from '../src/persistence/data-source.js';

export interface Answer {
  readonly status: number;
  readonly body: any;
  readonly type: string;
}

export interface CallOptions {
  readonly role?: Role;
  readonly region?: string;
  readonly key?: string | null;
  readonly token?: string;
  readonly type?: string;
}

export type Registry = Awaited<ReturnType<typeof startRegistry>>;

/** The real service on a real database; business time is 09:00 WIB of 4 March 2019 unless a test moves it. */
export async function startRegistry() {
  const [db, issuer] = await Promise.all([testDatabase(), testIssuer()]);
  const config = readConfig(RegistryConfig, {
    SERAP_DATABASE_URL: db.url,
    SERAP_LOG_URL: db.url,
    SERAP_TOKEN_ISSUER: issuer.issuer,
    SERAP_TOKEN_KEYS_URL: issuer.keysUrl,
    SERAP_PERSONAL_DATA_KEY: randomBytes(32).toString('hex'),
  });
  await runMigrations(config, database);
  const app = await createApp(appModule(config));
  await app.listen(0, '127.0.0.1');
  app.get(BusinessClock).adjust(Date.parse('2019-03-04T02:00:00Z') - Date.now());
  return assemble(app, db, issuer);
}

function assemble(
  app: NestFastifyApplication,
  db: Awaited<ReturnType<typeof testDatabase>>,
  issuer: Awaited<ReturnType<typeof testIssuer>>,
) {
  const dataSource = app.get(DataSource);

  async function call(method: string, path: string, body?: unknown, options: CallOptions = {}): Promise<Answer> {
    const token =
      options.token ?? (await issuer.token([options.role ?? 'registry-officer'], options.region ?? '33.02'));
    const response = await fetch(`${await app.getUrl()}/api/registry${path}`, {
      method,
      headers: {
        ...(token === '' ? {} : { Authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'Content-Type': options.type ?? 'application/json' }),
        ...(method === 'GET' || options.key === null ? {} : { 'Idempotency-Key': options.key ?? randomUUID() }),
      },
      ...(body === undefined ? {} : { body: encode(body) }),
    });
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    return { status: response.status, type, body: type.includes('ndjson') ? parseLines(text) : JSON.parse(text) };
  }

  return {
    app,
    dataSource,
    issuer,
    call,
    post: (path: string, body?: unknown, options?: CallOptions) => call('POST', path, body, options),
    get: (path: string, options?: CallOptions) => call('GET', path, undefined, options),
    /** Events in the outbox, oldest first. */
    events: async (
      type?: string,
    ): Promise<{ type: string; subject: string; sequence: number; key: string; data: any }[]> =>
      dataSource.query(
        `SELECT headers->>'ce_type' AS type, headers->>'ce_subject' AS subject, (headers->>'ce_sequence')::int AS sequence,
                key, body AS data
         FROM outbox WHERE $1::text IS NULL OR headers->>'ce_type' = $1 ORDER BY id`,
        [type ?? null],
      ),
    count: async (table: string): Promise<number> =>
      Number((await dataSource.query(`SELECT count(*)::int AS n FROM ${table}`))[0].n),
    stop: async () => {
      await app.close();
      await dataSource.destroy().catch(() => undefined);
      await Promise.all([db.drop(), issuer.close()]);
    },
  };
}

function encode(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return new Uint8Array(body);
  return JSON.stringify(body);
}

function parseLines(text: string): unknown[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}

export function ndjson(rows: readonly unknown[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}
