import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { System } from '../../system/system.js';
import { drawRealm, makeRealm } from './drawn-realm.js';
import { ask, FOUR_SERVICES, signIn } from './people.js';
import { startServices, type Running } from './running.js';

const SEED = Number(process.env['SERAP_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** A realm that nobody made for Serap: only the settings say where it says what. */
export function describeDrawnRealm(of: () => Running): void {
  describe(`with a realm whose every name is drawn (SERAP_SEED=${String(SEED)})`, () => {
    const drawn = drawRealm(SEED);
    let services: Awaited<ReturnType<typeof startServices>>;
    let system: System;

    const token = async (): Promise<string> => {
      const answer = await fetch(`${of().keycloak.url}/realms/${drawn.realm}/protocol/openid-connect/token`, {
        method: 'POST',
        body: new URLSearchParams({
          ...{ grant_type: 'client_credentials', client_id: drawn.machine, client_secret: drawn.secret },
        }),
      });
      return ((await answer.json()) as { access_token: string }).access_token;
    };

    beforeAll(async () => {
      const { keycloak, port } = of();
      await makeRealm(keycloak, drawn, `http://127.0.0.1:${String(port)}`);
      services = await startServices(port, {
        env: {
          SERAP_TOKEN_ISSUER: `${keycloak.publicUrl}/realms/${drawn.realm}`,
          SERAP_ISSUER_INTERNAL_URL: `${keycloak.url}/realms/${drawn.realm}`,
          SERAP_TOKEN_ROLES_CLAIM: drawn.rolesClaim,
          SERAP_TOKEN_REGION_CLAIM: drawn.regionClaim,
          SERAP_TOKEN_AGGREGATOR_CLAIM: drawn.aggregatorClaim,
        },
        signIn: { SERAP_SIGN_IN_CLIENT: drawn.client, SERAP_SIGN_IN_SECRET: drawn.secret },
        token,
      });
      system = services.system;
    }, 120_000);
    afterAll(() => services.stop());

    it('opens the four services to a machine by its claims, where the settings say that they lie', async () => {
      const bearer = await token();
      expect(decodeProtectedHeader(bearer).alg).toBe('RS256');
      expect(decodeJwt(bearer).aud).toEqual(expect.arrayContaining(['account', 'serap']));
      for (const path of FOUR_SERVICES) {
        const answer = await fetch(`${system.url}${path}`, { headers: { Authorization: `Bearer ${bearer}` } });
        expect([path, answer.status]).toEqual([path, 200]);
      }
    }, 60_000);

    it('lets a person in as the role, region and aggregator of its claims', async () => {
      const page = await of().browser.newPage();
      await signIn(page, `${system.url}/registri`, drawn.user, drawn.password);
      expect(await ask(page, '/auth/me')).toMatchObject({
        status: 200,
        body: { name: 'Sri Wening', roles: ['cooperative'], region: '33.02', aggregator: drawn.aggregator },
      });
      expect((await ask(page, '/api/registry/producers')).status).toBe(200);
      await page.close();
    }, 60_000);

    it('is refused by a service whose claim path is wrong, which says the claim in its log', async () => {
      const wrong = await system.replica('order-routing', { SERAP_TOKEN_ROLES_CLAIM: 'roles.nobody' });
      const bearer = await token();
      const answer = await fetch(`${wrong.url}/api/orders`, { headers: { Authorization: `Bearer ${bearer}` } });
      expect(answer.status).toBe(401);
      await wrong.stop();
      const log = await readFile(join(services.home, 'logs', 'order-routing-2.log'), 'utf8');
      expect(log).toContain('401 to GET /api/orders: the token is refused, claim roles.nobody (is no list of roles)');
      expect(log).not.toContain(bearer.split('.')[2]);
    }, 60_000);
  });
}
