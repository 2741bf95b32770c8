import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserContext, Page } from 'playwright-core';
import pg from 'pg';
import { localDateAt } from '#kernel/local-date.js';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { loadSample, machineTokens, onDay, sampleInput } from '../../sample/index.js';
import type { System } from '../../system/system.js';
import { SAMPLE_SECRETS } from './describe-keycloak.js';
import { ask, FOUR_SERVICES, signIn, typePassword } from './people.js';
import { administer, startServices, type Running } from './running.js';

const { SERAP_SAMPLE_PASSWORD: PASSWORD, SERAP_MACHINE_CLIENT_SECRET, SERAP_OIDC_CLIENT_SECRET } = SAMPLE_SECRETS;
/** Seconds that an access token lives here. */
const LIFE = 15;

/** A whole installation with the realm of deploy/keycloak. */
export function describeInstallation(of: () => Running): void {
  describe('with the realm of deploy/keycloak', () => {
    let running: Running;
    let services: Awaited<ReturnType<typeof startServices>>;
    let system: System;
    let machine: ReturnType<typeof machineTokens>;
    let database: pg.Client;
    let context: BrowserContext;
    let page: Page;
    /** Every 401 that a page has seen. */
    const refused: string[] = [];
    const realm = (method: string, path: string, body?: unknown) =>
      administer(running.keycloak, method, `/serap${path}`, body);

    beforeAll(async () => {
      running = of();
      const { keycloak, port, browser } = running;
      const internal = `${keycloak.url}/realms/serap`;
      machine = machineTokens(internal, SERAP_MACHINE_CLIENT_SECRET);
      services = await startServices(port, {
        env: { SERAP_TOKEN_ISSUER: `${keycloak.publicUrl}/realms/serap`, SERAP_ISSUER_INTERNAL_URL: internal },
        signIn: { SERAP_SIGN_IN_CLIENT: 'serap-pages', SERAP_SIGN_IN_SECRET: SERAP_OIDC_CLIENT_SECRET },
        token: ({ role, region }) => machine(role, region),
      });
      system = services.system;
      database = new pg.Client({ connectionString: system.addresses.databases['operations-dashboard'] });
      await database.connect();
      const { sample } = onDay(
        sampleInput('in-force', { size: 'small', goods: 'sugar' }),
        [],
        localDateAt(new Date(), '33.02'),
      );
      await loadSample({ registryUrl: system.url, agreementsUrl: system.url, token: machine }, sample);
      await realm('PUT', '', { accessTokenLifespan: LIFE, revokeRefreshToken: true, refreshTokenMaxReuse: 0 });
      // What it has kept lives longer.
      machine = machineTokens(internal, SERAP_MACHINE_CLIENT_SECRET);
      context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
      context.on('response', (response) => {
        if (response.status() === 401) refused.push(response.url());
      });
      page = await context.newPage();
    }, 300_000);

    afterAll(async () => {
      await database.end();
      await context.close();
      await services.stop();
    });

    const refreshed = (one: Page) =>
      one.waitForResponse((answer) => answer.url().endsWith('/auth/refresh') && answer.status() === 200, {
        timeout: 4 * LIFE * 1_000,
      });

    it('lets a user in with a password, back to where one wanted to be, and says who one is', async () => {
      await signIn(page, `${system.url}/mitra`, 'mitra-ternate', PASSWORD);
      expect(new URL(page.url()).pathname).toBe('/mitra');
      await page.locator('h1', { hasText: 'Anda bisa memesan' }).waitFor();
      expect(await ask(page, '/auth/me')).toMatchObject({
        status: 200,
        body: { name: 'Komite Ekonomi Kreatif Ternate', roles: ['partner-intake'], region: '82.71' },
      });
    }, 60_000);

    it('opens each of the four services by the cookie of the pages, and to a machine by its token', async () => {
      const office = await running.browser.newPage();
      await signIn(office, `${system.url}/registri`, 'registri-banyumas', PASSWORD);
      const token = await machine('registry-officer', '33.02');
      for (const path of FOUR_SERVICES) {
        expect([path, (await ask(office, path)).status]).toEqual([path, 200]);
        const answer = await fetch(`${system.url}${path}`, { headers: { Authorization: `Bearer ${token}` } });
        expect([path, answer.status]).toEqual([path, 200]);
      }
      await office.close();
    }, 60_000);

    it('goes on with new tokens, again and again, with a half-filled form as it was', async () => {
      await page.getByLabel('Jumlah (kg)').fill('7');
      await page.getByLabel('Pembeli').fill('Toko Kie Raha');
      await refreshed(page);
      await refreshed(page);
      expect(await page.getByLabel('Pembeli').inputValue()).toBe('Toko Kie Raha');
      await page.getByRole('button', { name: 'Pesan', exact: true }).click();
      await page.locator('.answer', { hasText: '7 kg disanggupi.' }).waitFor();
    }, 120_000);

    it('keeps two tabs that refresh at once, though each refresh token counts once', async () => {
      const other = await context.newPage();
      await other.goto(`${system.url}/mitra`);
      await other.locator('h1', { hasText: 'Anda bisa memesan' }).waitFor();
      await database.query(`UPDATE sign_in_session SET refreshed_at = refreshed_at - interval '1 minute'`);
      const both = await Promise.all([page, other].map((tab) => ask(tab, '/auth/refresh', 'POST')));
      expect(both.map(({ status }) => status)).toEqual([200, 200]);
      await Promise.all([page, other].map(refreshed));
      await other.close();
    }, 120_000);

    it('turns nobody away while Keycloak rotates its keys, people nor machines', async () => {
      const [{ id: parentId }, old] = [await realm('GET', ''), (await keyProviders()).map(({ id }) => id)];
      refused.length = 0;
      const before = await machine('registry-officer', '33.02');
      await realm('POST', '/components', {
        ...{ name: 'rotated', providerId: 'rsa-generated', providerType: KEYS, parentId },
        config: { priority: ['200'], enabled: ['true'], active: ['true'], algorithm: ['RS256'], keySize: ['2048'] },
      });
      const after = await machine('registry-officer', '33.02');
      expect(decodeProtectedHeader(after).kid).not.toBe(decodeProtectedHeader(before).kid);
      const answers = [before, after].flatMap((token) =>
        [...FOUR_SERVICES, ...FOUR_SERVICES].map(async (path) => {
          const { status } = await fetch(`${system.url}${path}`, { headers: { Authorization: `Bearer ${token}` } });
          return status;
        }),
      );
      expect(new Set(await Promise.all(answers))).toEqual(new Set([200]));
      await refreshed(page);
      expect((await ask(page, '/api/orders')).status).toBe(200);
      for (const one of await keyProviders()) {
        if (old.includes(one.id)) {
          await realm('PUT', `/components/${one.id}`, { ...one, config: { ...one.config, active: ['false'] } });
        }
      }
      await refreshed(page);
      for (const id of old) await realm('DELETE', `/components/${id}`);
      await refreshed(page);
      expect((await ask(page, '/api/orders')).status).toBe(200);
      expect(refused).toEqual([]);
    }, 180_000);

    it('ends the session at Keycloak too when one signs out: the next one is asked for a password', async () => {
      const [{ id }] = await realm('GET', '/users?username=mitra-ternate&exact=true');
      expect(await realm('GET', `/users/${id}/sessions`)).toHaveLength(1);
      await page.getByRole('button', { name: 'keluar' }).click();
      await page.getByRole('link', { name: 'Masuk', exact: true }).waitFor();
      expect(new URL(page.url()).origin).toBe(system.url);
      expect(await realm('GET', `/users/${id}/sessions`)).toEqual([]);
      await page.getByRole('link', { name: 'Masuk', exact: true }).click();
      await page.locator('#password').waitFor();
    }, 60_000);

    it('puts out who was disabled within the life of a token, with the live stream, and says so', async () => {
      await typePassword(page, 'operasi', PASSWORD);
      await page.locator('h1', { hasText: 'ton' }).waitFor();
      const cookie = (await context.cookies()).find(({ name }) => name.startsWith('serap_token'))!;
      const stream = await fetch(`${system.url}/api/operations/stream`, {
        headers: { Cookie: `${cookie.name}=${cookie.value}` },
      });
      expect(stream.status).toBe(200);
      const [user] = await realm('GET', '/users?username=operasi&exact=true');
      await realm('PUT', `/users/${user.id}`, { ...user, enabled: false });
      await page.getByRole('heading', { name: 'Sesi Anda sudah berakhir' }).waitFor({ timeout: 4 * LIFE * 1_000 });
      expect((await ask(page, '/api/operations/summary')).status).toBe(401);
      // Ends by itself, or this waits until the test's limit.
      await stream.text();
      expect(Date.now() / 1_000).toBeLessThan(decodeJwt(cookie.value).exp! + LIFE);
    }, 120_000);

    it('refuses a token too large for a cookie in words that name what to drop, and what to leave', async () => {
      const [{ id }] = await realm('GET', '/clients?clientId=serap-pages');
      await realm('POST', `/clients/${id}/protocol-mappers/models`, {
        ...{ name: 'catatan', protocol: 'openid-connect', protocolMapper: 'oidc-hardcoded-claim-mapper' },
        config: {
          ...{ 'claim.name': 'catatan', 'claim.value': 'x'.repeat(1_800), 'jsonType.label': 'String' },
          'access.token.claim': 'true',
        },
      });
      const names = Array.from({ length: 25 }, (_, index) => `peran-lain-${String(index)}-${'y'.repeat(50)}`);
      for (const name of names) await realm('POST', '/roles', { name });
      const [user] = await realm('GET', '/users?username=mitra-sulsel&exact=true');
      const others = (await realm('GET', '/roles?max=200')).filter(({ name }: { name: string }) =>
        names.includes(name),
      );
      await realm('POST', `/users/${user.id}/role-mappings/realm`, others);
      const large = await running.browser.newPage();
      await large.goto(`${system.url}/auth/sign-in`);
      await typePassword(large, 'mitra-sulsel', PASSWORD);
      await large.getByText(/Hapus mapper klaim yang tidak dibaca Serap: catatan \(\d+ B\)/).waitFor();
      await large.getByText(/Sisakan hanya peran dan daerah Serap di dalam: roles \(\d+ B\)\./).waitFor();
      await large.close();
    }, 60_000);

    const KEYS = 'org.keycloak.keys.KeyProvider';
    const keyProviders = async (): Promise<{ id: string; providerId: string; config: object }[]> =>
      (await realm('GET', `/components?type=${KEYS}`)).filter(
        ({ providerId }: { providerId: string }) => providerId === 'rsa-generated',
      );
  });
}
