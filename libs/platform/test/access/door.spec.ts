import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Controller, Get, Module, Post, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Allow, CurrentCaller, Public, type Caller } from '#platform/access/allow.js';
import { PERMISSIONS, scopeOf, type Permission } from '#platform/access/permissions.js';
import { ROLES, type Role } from '#platform/access/principal.js';
import { Relay } from '#platform/database/relay.js';
import { createApp } from '#platform/http/create-app.js';
import { EVENT_LOG, type EventLog } from '#event-log/log/event-log.js';
import { ServiceConfig } from '#platform/context/config.js';
import { PlatformModule } from '#platform/boot/platform.module.js';
import { testDatabase } from '#platform/testing/postgres.js';
import { TEST_KEY } from '#platform/testing/service.js';
import { testIssuer, type TestIssuer } from '#platform/testing/tokens.js';
import type { JWTPayload } from 'jose';
import { DataSource } from 'typeorm';

@Controller('things')
class Things {
  @Get()
  @Allow('orders:read')
  read(@CurrentCaller() { region, scope }: Caller): object {
    return { region, scope };
  }

  @Post()
  @Allow('orders:place')
  write(): object {
    return {};
  }

  @Get('open')
  @Public()
  open(): object {
    return {};
  }
}

@Controller('forgotten')
class Forgotten {
  @Get()
  nobodyThoughtOfIt(): object {
    return {};
  }
}

describe('the door of a service', () => {
  let issuer: TestIssuer;
  let app: NestFastifyApplication;
  let database: { url: string; drop: () => Promise<void> };

  const moduleOf = (controller: Type, settings: Partial<ServiceConfig> = {}): Type => {
    const config = Object.assign(new ServiceConfig(), settings, {
      SERAP_DATABASE_URL: database.url,
      SERAP_LOG_URL: database.url,
      SERAP_TOKEN_ISSUER: issuer.issuer,
      SERAP_TOKEN_KEYS_URL: issuer.keysUrl,
      SERAP_PERSONAL_DATA_KEY: TEST_KEY,
    });
    @Module({
      imports: [
        PlatformModule.forService({
          name: 'test',
          config,
          database: { migrations: [] },
          consumes: [],
          path: 'api/test',
        }),
      ],
      controllers: [controller],
    })
    class AppModule {}
    return AppModule;
  };

  const end = async (ended: NestFastifyApplication): Promise<void> => {
    await ended.close();
    await ended.get(Relay).close();
    await ended.get<EventLog>(EVENT_LOG).close();
    await ended.get(DataSource).destroy();
  };

  beforeAll(async () => {
    issuer = await testIssuer();
    database = await testDatabase();
    app = await createApp(moduleOf(Things));
    app.useLogger(false);
    await app.listen(0, '127.0.0.1');
  });

  afterAll(async () => {
    await end(app);
    await issuer.close();
    await database.drop();
  });

  const call = async (
    method: string,
    path: string,
    headers: Record<string, string> = {},
    door = app,
  ): Promise<[number, unknown]> => {
    const response = await fetch(`${await door.getUrl()}${path}`, { method, headers });
    return [response.status, await response.json()];
  };
  const bearer = async (role: Role): Promise<Record<string, string>> => ({
    authorization: `Bearer ${await issuer.token([role], '13.03')}`,
  });

  it('does not open at all with a route that has no policy', async () => {
    await expect(createApp(moduleOf(Forgotten))).rejects.toThrow('Forgotten.nobodyThoughtOfIt');
  });

  it('answers 401 without a token or with a bad one, 403 to the wrong role, as problems', async () => {
    expect((await call('GET', '/things'))[0]).toBe(401);
    const [status, body] = await call('GET', '/things', { authorization: 'Bearer a.b.c' });
    expect([status, body]).toMatchObject([401, { code: 'UNAUTHENTICATED', status: 401 }]);
    expect((await call('POST', '/things', await bearer('registry-officer')))[0]).toBe(403);
  });

  it('closes at once, though somebody has connected and sent nothing', async () => {
    const other = await createApp(moduleOf(Things));
    await other.listen(0, '127.0.0.1');
    const socket = connect(Number(new URL(await other.getUrl()).port), '127.0.0.1');
    const closed = once(socket, 'close');
    await once(socket, 'connect');
    await end(other);
    await closed;
  });

  it('takes the region from the token alone', async () => {
    const [status, body] = await call('GET', '/things?region=73', {
      ...(await bearer('partner-intake')),
      'x-region': '73',
    });
    expect([status, body]).toEqual([200, { region: '13.03', scope: 'own' }]);
  });

  it("takes the page's cookie for reads, and for writes from its own origin alone", async () => {
    const cookie = `serap_token=${await issuer.token(['partner-intake'], '13.03')}`;
    expect((await call('GET', '/things', { cookie }))[0]).toBe(200);
    expect((await call('POST', '/things', { cookie }))[0]).toBe(401);
    expect((await call('POST', '/things', { cookie, 'sec-fetch-site': 'cross-site' }))[0]).toBe(401);
    // fetch in Node leaves this header as it is given; a browser sets it itself.
    expect(
      (await call('POST', '/things', { cookie, 'sec-fetch-site': 'same-origin', 'idempotency-key': 'once' }))[0],
    ).toBe(201);
  });

  it('refuses what a page means for another user than its cookie is of', async () => {
    const cookie = `serap_token=${await issuer.token(['partner-intake'], '13.03')}`;
    const asSubject = async (subject: string) =>
      (await call('GET', '/things', { cookie, 'serap-subject': encodeURIComponent(subject) }))[0];
    expect([await asSubject('partner-intake@13.03'), await asSubject('partner-intake@73')]).toEqual([200, 401]);
  });

  it("on loopback takes the page's cookie of its own port alone: two systems on one machine do not meet", async () => {
    const local = await createApp(moduleOf(Things, { SERAP_PAGES_URL: 'http://127.0.0.1:3000' }));
    local.useLogger(false);
    await local.listen(0, '127.0.0.1');
    const token = await issuer.token(['partner-intake'], '13.03');
    const statusOf = async (cookie: string) => (await call('GET', '/things', { cookie }, local))[0];
    expect(await statusOf(`serap_token_3001=x; serap_token_3000=${token}`)).toBe(200);
    expect(await statusOf(`serap_token_3001=${token}; serap_token=${token}`)).toBe(401);
    await end(local);
  });

  const loggedOf = async (headers: Record<string, string>, method = 'GET'): Promise<[string, string[]]> => {
    const lines: string[] = [];
    const keep = (message: unknown): void => void lines.push(String(message));
    app.useLogger({ log: keep, warn: keep, error: keep });
    const [status, body] = await call(method, '/things', headers);
    app.useLogger(false);
    expect(status).toBe(401);
    return [JSON.stringify(body), lines];
  };

  it.each<[string, JWTPayload, string]>([
    ['has expired', { exp: 1 }, 'it has expired'],
    ['is for another audience', { aud: 'other' }, 'claim aud'],
    ['has no roles', { roles: undefined }, 'claim roles'],
  ])('says in the log, and not to the caller, that a token %s, and never the token', async (_, claims, check) => {
    const token = await issuer.token(['partner-intake'], '13.03', claims);
    const [told, lines] = await loggedOf({ authorization: `Bearer ${token}` });
    expect(told).not.toContain(check);
    expect(lines).toEqual([expect.stringContaining(`401 to GET /things: the token is refused, ${check}`)]);
    expect(lines.join()).not.toContain(token.slice(0, 20));
  });

  it.each<[string, string, Record<string, string>, string]>([
    ['nothing', 'GET', {}, 'it came with no token'],
    ['a password', 'GET', { authorization: 'Basic YTpi' }, 'its Authorization is no bearer token'],
    ['an unknown key', 'GET', { authorization: `Bearer serap_${'0'.repeat(32)}_x` }, 'the API key is not known here'],
    ['the cookie from another site', 'POST', { cookie: 'serap_token=a.b.c' }, 'the cookie is only for reads'],
  ])('says in the log why %s opens nothing', async (_, method, headers, why) => {
    const [, lines] = await loggedOf(headers, method);
    expect(lines).toEqual([expect.stringContaining(`401 to ${method} /things: ${why}`)]);
  });

  it('leaves what is public open, and says 404 as a problem', async () => {
    expect((await call('GET', '/things/open'))[0]).toBe(200);
    expect((await call('GET', '/livez'))[0]).toBe(200);
    expect(await call('GET', '/nowhere')).toMatchObject([404, { code: 'NOT_FOUND' }]);
  });

  it('counts requests of each token for itself, and turns away what is too much but never a probe', async () => {
    const narrow = await createApp(moduleOf(Things, { SERAP_REQUESTS_PER_MINUTE: 3 }));
    narrow.useLogger(false);
    await narrow.listen(0, '127.0.0.1');
    const [one, other] = [await bearer('partner-intake'), await bearer('operations')];
    const answers = [];
    // The first is its address's: the token has not been verified yet.
    for (let time = 0; time < 5; time += 1) answers.push(await call('GET', '/things', one, narrow));
    expect(answers.map(([status]) => status)).toEqual([200, 200, 200, 200, 429]);
    expect(answers[4]?.[1]).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    expect((await call('GET', '/things', other, narrow))[0]).toBe(200);
    for (let time = 0; time < 4; time += 1) expect((await call('GET', '/livez', {}, narrow))[0]).toBe(200);
    await end(narrow);
  });

  it.each(Object.keys(PERMISSIONS) as Permission[])('grants %s to exactly the roles of the table', (permission) => {
    const granted: Partial<Record<Role, string>> = PERMISSIONS[permission];
    for (const role of ROLES) expect(scopeOf(permission, [role])).toBe(granted[role]);
    expect(scopeOf(permission, [])).toBeUndefined();
  });
});
