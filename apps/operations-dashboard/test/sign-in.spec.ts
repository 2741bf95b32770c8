import { createHash } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Logger } from '@nestjs/common';
import { startDashboard, type Dashboard } from './dashboard.js';
import { FakeProvider } from './identity-provider.js';
import { listen } from './live.js';
import { PageOfBrowser } from './page.js';

const PAGES = 'http://127.0.0.1:4321';

let provider: FakeProvider;
let dashboard: Dashboard;
let replica: Awaited<ReturnType<Dashboard['replica']>>;
let page: PageOfBrowser;
beforeAll(async () => {
  provider = await FakeProvider.open();
  dashboard = await startDashboard({
    SERAP_TOKEN_ISSUER: provider.issuer,
    SERAP_TOKEN_KEYS_URL: '',
    SERAP_PAGES_URL: PAGES,
    SERAP_SIGN_IN_CLIENT: 'pages',
    SERAP_SIGN_IN_SECRET: 'a secret',
  });
  replica = await dashboard.replica();
});
afterAll(async () => {
  await replica.stop();
  await dashboard.stop();
  provider.close();
});
beforeEach(() => {
  page = new PageOfBrowser(dashboard.url);
});
afterEach(() => {
  provider.refusal = undefined;
  provider.claims = { roles: ['registry-officer'], region: '33.02' };
  provider.idClaims = { name: 'Ibu Sri' };
  provider.seconds = 300;
  provider.held = Promise.resolve();
  provider.asked = () => Promise.resolve();
});

/** The last refresh was long ago: the next one is not taken for a second tab of the same moment. */
const letTimePass = () =>
  dashboard.query(`UPDATE sign_in_session SET refreshed_at = refreshed_at - interval '1 minute'`);
const sessions = async () => (await dashboard.query('SELECT 1 FROM sign_in_session')).length;

describe('signing in', () => {
  it('asks with PKCE for a code, comes back to where one was, and says who one is', async () => {
    const asked = await page.begin('/mitra?a=1#b');
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'pages',
      redirect_uri: `${PAGES}/auth/callback`,
      code_challenge_method: 'S256',
      scope: 'openid profile',
    });
    const back = await page.signIn('/mitra?a=1#b');
    expect([back.status, back.headers.get('location')]).toEqual([303, '/mitra?a=1#b']);
    const me: any = await (await page.get('/auth/me')).json();
    expect(me).toMatchObject({ subject: 'sri', name: 'Ibu Sri', roles: ['registry-officer'], region: '33.02' });
    expect(Date.parse(me.expiresAt)).toBeGreaterThan(Date.now());
    expect((await page.get('/api/operations/summary')).status).toBe(200);
  });

  it('leaves cookies that no script reads, that other sites do not send, and that name the port on loopback', async () => {
    await page.signIn();
    const shape = page.told.map((set) => set.replace(/=[^;]*/, '').replace(/_[\w-]{8}; /, '_STATE; '));
    expect(shape).toEqual([
      'serap_sign_in_4321_STATE; HttpOnly; Path=/auth; SameSite=Lax; Max-Age=600',
      expect.stringMatching(/^serap_token_4321; HttpOnly; Path=\/; SameSite=Strict; Max-Age=(29\d|300)$/),
      'serap_session_4321; HttpOnly; Path=/auth; SameSite=Strict; Max-Age=43200',
      'serap_sign_in_4321_STATE; HttpOnly; Path=/auth; SameSite=Lax; Max-Age=0',
    ]);
  });

  it('keeps the tokens sealed, and no id of a session', async () => {
    await page.signIn();
    const rows = await dashboard.query<{ sealed: Buffer; id_hash: Buffer }>('SELECT * FROM sign_in_session');
    const kept = JSON.stringify(
      rows.map(({ sealed, id_hash }) => [sealed.toString('latin1'), id_hash.toString('latin1')]),
    );
    const session = page.cookies.get('serap_session_4321')?.value ?? '';
    expect(session).toMatch(/^[\w-]{43}$/);
    for (const secret of [session, 'refresh-', 'eyJ', 'Ibu Sri']) expect(kept).not.toContain(secret);
  });

  it.each([
    '//evil.example/x',
    'https://evil.example',
    '/\\evil.example',
    '/auth/sign-in',
    '/\t/evil.example',
    'mitra',
    '',
  ])('comes back to the first page where %j was asked for', async (back) => {
    expect((await page.signIn(back)).headers.get('location')).toBe('/');
  });

  it('is refused in words when the state is not of an attempt of this browser, and leaves no session', async () => {
    const before = await sessions();
    const { searchParams } = await new PageOfBrowser(dashboard.url).begin();
    const nonce = searchParams.get('nonce') ?? '';
    for (const state of [searchParams.get('state') ?? '', 'A'.repeat(43), '', '%00']) {
      const answer = await page.get(`/auth/callback?state=${state}&code=${nonce}`);
      expect([answer.status, await answer.text()]).toEqual([
        400,
        expect.stringContaining('tidak dimulai di peramban ini'),
      ]);
    }
    expect(await sessions()).toBe(before);
  });

  it('is over with the first coming back: the same address opens nothing a second time', async () => {
    const { searchParams } = await page.begin();
    const path = `/auth/callback?state=${searchParams.get('state') ?? ''}&code=${searchParams.get('nonce') ?? ''}`;
    expect((await page.get(path)).status).toBe(303);
    const before = await sessions();
    expect([(await page.get(path)).status, await sessions()]).toEqual([400, before]);
  });

  it('gives each sign-in a session of its own, whatever id the browser had, and forgets those that are over', async () => {
    page.cookies.set('serap_session_4321', { value: 'A'.repeat(43), attributes: 'Path=/auth' });
    await page.signIn();
    const first = page.cookies.get('serap_session_4321')?.value;
    expect(first).not.toBe('A'.repeat(43));
    await dashboard.query(`UPDATE sign_in_session SET ends_at = now() - interval '1 second'`);
    expect((await page.post('/auth/refresh')).status).toBe(401);
    await page.signIn();
    expect([page.cookies.get('serap_session_4321')?.value === first, await sessions()]).toEqual([false, 1]);
  });

  it('shows a refusal as a page with its own style alone: it loads nothing, runs nothing, is framed nowhere', async () => {
    const answer = await page.get('/auth/callback?state=AAAAAAAA&code=x');
    const style = /<style>([^]*)<\/style>/.exec(await answer.text())?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(answer.headers.get('content-security-policy')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
  });

  it.each<[string, number, string, () => void]>([
    ['the issuer says no', 400, 'menolak', () => (provider.refusal = { status: 400, error: 'invalid_grant' })],
    ['the ID token is of another sign-in', 400, 'menolak', () => (provider.idClaims = { nonce: 'another' })],
    ['the ID token is for another client', 400, 'menolak', () => (provider.idClaims = { aud: 'another' })],
    ['the issuer is broken', 503, 'tidak menjawab', () => (provider.refusal = { status: 500, error: 'server_error' })],
    [
      'the account has no role of Serap',
      403,
      'belum punya peran',
      () => (provider.claims = { roles: ['admin'], region: '33.02' }),
    ],
    ['the account has no region', 403, 'belum punya peran', () => (provider.claims = { roles: ['registry-officer'] })],
    ['the token is for another audience', 403, 'belum punya peran', () => (provider.claims = { aud: 'account' })],
  ])('is refused in words when %s', async (_, status, words, spoil) => {
    const before = await sessions();
    spoil();
    const answer = await page.signIn();
    expect([answer.status, await answer.text()]).toEqual([status, expect.stringContaining(words)]);
    expect([await sessions(), (await page.get('/auth/me')).status]).toEqual([before, 401]);
  });

  it('names the mappers to drop when the token is too large for a cookie', async () => {
    provider.claims = {
      ...{ roles: ['registry-officer'], region: '33.02' },
      groups: Array.from({ length: 200 }, (_, index) => `/dinas/bidang-${String(index)}`),
      resource_access: { account: { roles: ['view-profile'] } },
    };
    const answer = await page.signIn();
    const words = await answer.text();
    expect(answer.status).toBe(502);
    expect(words).toMatch(
      /Drop the mappers of claims that Serap does not read: groups \(\d+ B\), resource_access \(\d+ B\)\./,
    );
    expect(words).not.toMatch(/roles \(|region \(/);
    expect((await page.get('/auth/me')).status).toBe(401);
  });

  it('says what to leave in a claim of roles that is itself too large for a cookie', async () => {
    const others = Array.from({ length: 300 }, (_, index) => `peran-lain-${String(index)}`);
    provider.claims = { roles: ['registry-officer', ...others], region: '33.02' };
    const words = await (await page.signIn()).text();
    expect(words).toMatch(/too large for a cookie\. Leave only roles and region of Serap in: roles \(\d+ B\)\./);
    expect(words).not.toContain('Drop');
  });
});

describe('refreshing', () => {
  it('gets a new token for the same session', async () => {
    await page.signIn();
    await letTimePass();
    const before = page.cookies.get('serap_token_4321')?.value;
    const answer = await page.post('/auth/refresh');
    expect([answer.status, await answer.json()]).toEqual([200, expect.objectContaining({ name: 'Ibu Sri' })]);
    expect(page.cookies.get('serap_token_4321')?.value).not.toBe(before);
    expect((await page.get('/auth/me')).status).toBe(200);
  });

  it('is done once for tabs that ask at once of two replicas; all take what the first one got', async () => {
    await page.signIn();
    await letTimePass();
    const used = provider.used.length;
    const gate = new EventEmitter();
    provider.held = once(gate, 'open').then(() => undefined);
    const tabs = Array.from({ length: 6 }, (_, index) =>
      page.post('/auth/refresh', 'same-origin', index % 2 === 0 ? dashboard.url : replica.url),
    );
    gate.emit('open');
    const tokens = (await Promise.all(tabs)).map((answer) => answer.headers.getSetCookie()[0]?.split(';')[0]);
    expect([new Set(tokens).size, provider.used.length]).toEqual([1, used + 1]);
    await letTimePass();
    expect((await page.post('/auth/refresh')).status).toBe(200);
  });

  it.each<[string, string, () => Promise<void>]>([
    ['says where it lies', '/.well-known/openid-configuration', () => Promise.resolve()],
    ['publishes its new keys', '/jwks', () => provider.rotate('two')],
  ])('holds the session for the answer with the tokens alone, not while the issuer %s', async (_, path, before) => {
    await page.signIn();
    await letTimePass();
    await before();
    const held: string[] = [];
    provider.asked = async (asked) => {
      if (asked !== path) return;
      // Who cannot have it at once is told so.
      await dashboard.query('SELECT 1 FROM sign_in_session FOR UPDATE NOWAIT').then(
        () => held.push('free'),
        () => held.push('held'),
      );
    };
    const fresh = await dashboard.replica();
    const answer = await page.post('/auth/refresh', 'same-origin', fresh.url);
    await fresh.stop();
    expect([answer.status, new Set(held)]).toEqual([200, new Set(['free'])]);
  });

  it('ends the session when the issuer does not know the user any more: who has left is out', async () => {
    await page.signIn();
    await letTimePass();
    provider.refusal = { status: 400, error: 'invalid_grant' };
    expect((await page.post('/auth/refresh')).status).toBe(401);
    provider.refusal = undefined;
    expect([page.cookies.size, (await page.get('/auth/me')).status]).toEqual([0, 401]);
  });

  it('ends the session when the roles were taken away', async () => {
    await page.signIn();
    await letTimePass();
    provider.claims = { roles: [], region: '33.02' };
    expect((await page.post('/auth/refresh')).status).toBe(401);
    expect(page.cookies.size).toBe(0);
  });

  it('keeps the session while the issuer does not answer', async () => {
    await page.signIn();
    await letTimePass();
    provider.refusal = { status: 503, error: 'server_error' };
    expect((await page.post('/auth/refresh')).status).toBe(503);
    provider.refusal = undefined;
    expect((await page.post('/auth/refresh')).status).toBe(200);
  });
});

describe('signing out', () => {
  it('ends the session here and sends the browser to end it at the issuer', async () => {
    await page.signIn();
    const answer: any = await (await page.post('/auth/sign-out')).json();
    const next = new URL(answer.next);
    expect(`${next.origin}${next.pathname}`).toBe(`${provider.issuer}/logout`);
    expect(next.searchParams.get('post_logout_redirect_uri')).toBe(`${PAGES}/`);
    expect(next.searchParams.get('id_token_hint')).toMatch(/^eyJ/);
    expect(provider.revoked.at(-1)).toMatch(/^refresh-/);
    expect([page.cookies.size, (await page.get('/auth/me')).status]).toEqual([0, 401]);
    expect((await page.post('/auth/refresh')).status).toBe(401);
  });

  it.each([
    [400, 'unsupported_token_type', 'goes to end it at an issuer that takes no token back', /\/logout\?/],
    [503, 'server_error', 'stays here while the issuer does not answer', /^\/$/],
  ])('when a token is answered with %i (%s) %s', async (status, error, _, where) => {
    await page.signIn();
    provider.refusal = { status, error };
    const { next }: any = await (await page.post('/auth/sign-out')).json();
    expect(next).toMatch(where);
    expect((await page.get('/auth/me')).status).toBe(401);
  });
});

describe('who asks who is signed in', () => {
  it('is told nothing more than 401 of a token that is refused; the log says which check failed', async () => {
    const warn = vi.spyOn(Logger.prototype, 'warn').mockReturnValue();
    const answer = await fetch(`${dashboard.url}/auth/me`, { headers: { authorization: 'Bearer a.b.c' } });
    const said = warn.mock.calls.map(([message]) => String(message));
    warn.mockRestore();
    expect([answer.status, said]).toEqual([
      401,
      [expect.stringContaining('the token is refused, it is no signed token')],
    ]);
  });
});

describe('another site', () => {
  it.each(['cross-site', 'same-site', 'none', ''])('ends and refreshes nothing (%j)', async (site) => {
    await page.signIn();
    await letTimePass();
    const [used, before] = [provider.used.length, await sessions()];
    for (const path of ['/auth/refresh', '/auth/sign-out']) expect((await page.post(path, site)).status).toBe(403);
    expect([provider.used.length, await sessions()]).toEqual([used, before]);
    expect((await page.get('/auth/me')).status).toBe(200);
  });
});

describe('the live stream', () => {
  it('ends with the token that opened it', async () => {
    provider.seconds = 2;
    await page.signIn();
    const live = await listen(dashboard.url, page.cookies.get('serap_token_4321')?.value ?? '');
    await live.until('a snapshot', (frames) => frames.length > 0);
    await live.until('its end', () => live.ended());
    await live.close();
  });
});
