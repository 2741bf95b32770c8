import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#platform/access/principal.js';
import { Client } from '../../tools/system/client.js';
import type { ServiceName } from '#contracts/topics.js';
import { openWorld, ORIGIN, PARTNER, type World } from './world.js';

interface Told {
  readonly language: string | null;
  readonly vary: string | null;
  readonly status: number;
  readonly body: {
    readonly code: string;
    readonly type: string;
    readonly title: string;
    readonly detail: string;
    readonly errors?: readonly { readonly pointer: string; readonly message: string }[];
  };
}

/** Of each service a route that takes a body, and who may call it. */
const DOORS: readonly [ServiceName, string, Role, string][] = [
  ['order-routing', '/api/orders', 'partner-intake', PARTNER],
  ['producer-registry', '/api/registry/producers', 'registry-officer', ORIGIN],
  ['partnership-agreements', '/api/agreements', 'agreement-officer', ORIGIN],
  ['operations-dashboard', '/api/operations/notice-recipients', 'operations', ORIGIN],
];

describe('refusals in the language of their reader', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  interface Sent {
    readonly service: ServiceName;
    readonly path: string;
    readonly accepted: string;
    readonly body?: string;
    readonly token?: string;
    readonly key?: string;
  }

  async function post({ service, path, accepted, body = '{}', token, key = randomUUID() }: Sent): Promise<Told> {
    const answer = await fetch(`${world.system.services[service].url}${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': key,
        'Accept-Language': accepted,
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      },
      body,
    });
    return {
      language: answer.headers.get('content-language'),
      vary: answer.headers.get('vary'),
      status: answer.status,
      body: (await answer.json()) as Told['body'],
    };
  }

  it.each(DOORS)(
    'of %s: of what frameworks refuse, of the door and of single fields',
    async (service, path, role, region) => {
      const token = await world.token(role, region);
      const both = async (sent: Omit<Sent, 'service' | 'accepted'>): Promise<[Told, Told]> => [
        await post({ service, accepted: 'id', ...sent }),
        await post({ service, accepted: 'en-GB, id;q=0.1', ...sent }),
      ];
      const [nobody, nobodyEn] = await both({ path });
      expect(nobody).toMatchObject({
        status: 401,
        language: 'id',
        vary: expect.stringContaining('Accept-Language'),
        body: {
          code: 'UNAUTHENTICATED',
          type: '/errors/UNAUTHENTICATED',
          title: 'Silakan masuk dahulu',
          detail: 'Sertakan token bearer.',
        },
      });
      expect(nobodyEn).toMatchObject({
        language: 'en',
        body: { title: 'Authentication required', detail: 'Send a bearer token.' },
      });

      const [cut, cutEn] = await both({ path, token, body: '{"a":' });
      expect(cut).toMatchObject({
        status: 400,
        body: { code: 'MALFORMED_JSON', detail: expect.stringMatching(/^Isi permintaan bukan JSON/) },
      });
      expect(cutEn.body.detail).toMatch(/^The body is not valid JSON/);

      const [lost, lostEn] = await both({ path: `${path}/x/y/z`, token });
      expect(lost).toMatchObject({
        status: 404,
        body: { code: 'NOT_FOUND', detail: expect.stringContaining('alamat ini') },
      });
      expect(lostEn.body.detail).toMatch(/nothing at this address/);

      const [wrong, wrongEn] = await both({ path, token, body: '{"strange":1}' });
      expect(wrong).toMatchObject({
        status: 422,
        body: { code: 'INVALID', title: 'Permintaan tidak memenuhi syarat' },
      });
      expect(wrong.body.errors).toContainEqual({ pointer: '/strange', message: 'bukan isian yang dikenal' });
      expect(wrongEn.body.errors).toContainEqual({ pointer: '/strange', message: 'is not a known field' });
      expect(wrong.body.errors).toHaveLength(wrongEn.body.errors?.length ?? 0);
      expect(JSON.stringify([wrong, wrongEn])).not.toMatch(
        /should not exist|regular expression|must be an? \w+ string|"said"/,
      );
    },
  );

  it('are kept for both: a call that comes again is refused again, in the language of then', async () => {
    const token = await world.token('partner-intake', PARTNER);
    const { items } = await new Client(world.system, 'partner-intake', PARTNER).get<{ items: { id: string }[] }>(
      '/api/orders',
    );
    const id = items[0]?.id ?? '';
    const call = { service: 'order-routing', path: `/api/orders/${id}/cancellation`, token } as const;
    await post({ ...call, accepted: 'id' });
    const key = randomUUID();
    const first = await post({ ...call, accepted: 'id', key });
    const again = await post({ ...call, accepted: 'en', key });
    expect(first).toMatchObject({
      status: 409,
      body: { code: 'ILLEGAL_TRANSITION', detail: 'Pesanan sudah ditutup.' },
    });
    expect(again).toMatchObject({
      status: 409,
      body: { code: 'ILLEGAL_TRANSITION', detail: 'The order is already closed.' },
    });
  });

  it.each([
    ['order-routing', '/api/orders/bulk', 'partner-intake', PARTNER],
    ['producer-registry', '/api/registry/producers/bulk', 'registry-officer', ORIGIN],
  ] as const)('of %s: of lines in bulk, also when they come again', async (service, path, role, region) => {
    const token = await world.token(role, region);
    const key = randomUUID();
    const lines = async (accepted: string): Promise<unknown> => {
      const answer = await fetch(`${world.system.services[service].url}${path}`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/x-ndjson',
          'Idempotency-Key': key,
          'Accept-Language': accepted,
          Authorization: `Bearer ${token}`,
        },
        body: '{"a":\n',
      });
      return JSON.parse(await answer.text());
    };
    const refused = { line: 1, status: 'refused', code: 'MALFORMED_JSON', errors: [] };
    expect(await lines('id')).toEqual({ ...refused, detail: expect.stringMatching(/^Isi permintaan bukan JSON/) });
    expect(await lines('en')).toEqual({ ...refused, detail: expect.stringMatching(/^The body is not valid JSON/) });
  });

  it('lead to a page of their code', async () => {
    const page = await fetch(`${world.system.url}/errors/ORIGIN_REQUIRED`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await page.text()).toMatch(/No agreement covers these lines[^]*|Tidak ada kerja sama/);
    expect((await fetch(`${world.system.url}/errors/NO_SUCH`)).status).toBe(404);
  });
});
