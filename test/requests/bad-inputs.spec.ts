import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleOrders } from '../../tools/sample/index.js';
import { waitUntilQuiet } from '../../tools/system/quiet.js';
import type { ServiceName } from '#contracts/topics.js';
import { ENCODINGS } from './bad/encodings.js';
import { FILES, ROWS } from './bad/files.js';
import { RowCounts } from './bad/row-counts.js';
import { by, type BadInput, type Setting } from './bad/row.js';
import { REGIONS, TOKENS } from './bad/strangers.js';
import { DATES, FIELDS, NUMBERS, TEXTS } from './bad/values.js';
import { closeConnections, send, type Answer, type Wire } from './send.js';
import { openWorld, ORIGIN, OTHER_PARTNER, type World } from './world.js';

const SERVICE_OF: Readonly<Record<string, ServiceName>> = {
  registry: 'producer-registry',
  agreements: 'partnership-agreements',
  orders: 'order-routing',
  operations: 'operations-dashboard',
};

/** What no answer may show: where the code stands, what it asks the database, what the tables are called. */
const INTERNAL =
  /\bat .+\.[jt]s|node_modules|SELECT |INSERT |UPDATE |relation "|constraint "|upload_row|lot_request|pg_/;

const INPUTS = {
  bodies: ENCODINGS,
  numbers: NUMBERS,
  texts: TEXTS,
  dates: DATES,
  fields: FIELDS,
  'other regions': REGIONS,
  tokens: TOKENS,
  files: FILES,
};

interface Problem {
  readonly code: string;
  readonly status: number;
  readonly errors?: readonly { readonly pointer: string }[];
}

/** Bad input and the answer it gets, on a whole running system. */
describe('bad input', () => {
  let world: World;
  let counts: RowCounts;
  let setting: Setting;
  const tokens = new Map<string, Promise<string>>();

  beforeAll(async () => {
    world = await openWorld();
    counts = await RowCounts.open(world.system.addresses);
    setting = {
      ids: world.ids,
      token: (role, region) => {
        const key = `${role}@${region}`;
        if (!tokens.has(key)) tokens.set(key, world.token(role, region));
        return tokens.get(key)!;
      },
      issuer: world.system.issuer.issuer,
      issuerKey: async () => JSON.parse(await readFile(join(world.home, 'issuer-key.json'), 'utf8')),
      order: (changes = {}, line = {}) => {
        const { partner: _, lines, ...order } = sampleOrders('in-force', 'sugar')[0]!;
        return { ...order, lines: [{ ...lines[0], ...line }], ...changes };
      },
    };
  });

  afterAll(async () => {
    closeConnections();
    await counts.close();
    await world.close();
  });

  function ask(wire: Wire): Promise<Answer> {
    const service = SERVICE_OF[wire.path.split('/')[2] ?? ''];
    if (!service) throw new Error(`No service answers ${wire.path}.`);
    return send(world.system.services[service].url, wire);
  }

  async function refuses({ ask: wireOf, status, code, at }: BadInput): Promise<void> {
    const before = await counts.read();
    const answer = await ask(await wireOf(setting));
    expect([answer.status, answer.type, answer.body]).toEqual([
      status,
      'application/problem+json',
      expect.stringContaining(`"code":"${code}"`),
    ]);
    const problem = JSON.parse(answer.body) as Problem;
    expect(problem).toMatchObject({ code, status });
    if (at !== undefined) expect(problem.errors?.map(({ pointer }) => pointer)).toContain(at);
    expect(answer.body).not.toMatch(INTERNAL);
    expect(await counts.read()).toEqual(before);
  }

  describe.each(Object.entries(INPUTS))('%s', (_, inputs) => {
    it.each(inputs.map((input) => [input.name, input] as const))('%s', (_name, input) => refuses(input));
  });

  it.each(ROWS.map((file) => [file.name, file] as const))(
    'a row: %s',
    async (_, { body, type = 'text/csv', faults }) => {
      const before = await counts.read();
      const answer = await ask(await by(setting, 'POST', '/api/orders/uploads', body, { type }));
      const { items } = JSON.parse(answer.body) as { items: { faults: { cell: string | null; code: string }[] }[] };
      expect(items.flatMap((item) => item.faults.map(({ cell, code }) => [cell, code]))).toEqual(faults);
      // A preview is kept, and who asked for it; of orders, events and the journal nothing is.
      const kept = Object.entries(await counts.read()).filter(([name, count]) => count !== before[name]);
      expect(kept.map(([name]) => name.replace(/.*\./, ''))).toEqual(['audit_log', 'upload', 'upload_row']);
    },
  );

  it('partners of other regions are not counted among those whose lists they are not in', async () => {
    const lists = ['/api/orders', '/api/orders/uploads', '/api/agreements'];
    for (const path of lists) {
      const { body } = await ask(await by(setting, 'GET', path, undefined, { region: OTHER_PARTNER }));
      expect([path, JSON.parse(body)]).toEqual([path, { items: [] }]);
    }
  });

  describe('an idempotency key', () => {
    const place = async (key: string, order: object, caller: { region?: string } = {}) =>
      ask(await by(setting, 'POST', '/api/orders', order, { headers: { 'Idempotency-Key': key }, ...caller }));
    const idOf = ({ body }: Answer): unknown => (JSON.parse(body) as { id: unknown }).id;

    it('is missing, empty, too long, or not visible', async () => {
      const before = await counts.read();
      const { headers, ...wire } = await by(setting, 'POST', '/api/orders', setting.order());
      const { 'Idempotency-Key': _, ...keyless } = headers;
      const codes = [keyless, ...['', 'a b', 'k'.repeat(201)].map((key) => ({ ...keyless, 'Idempotency-Key': key }))];
      const answers = await Promise.all(codes.map((some) => ask({ ...wire, headers: some })));
      expect(answers.map(({ status, body }) => [status, (JSON.parse(body) as Problem).code])).toEqual([
        [400, 'IDEMPOTENCY_KEY_MISSING'],
        [400, 'IDEMPOTENCY_KEY_INVALID'],
        [400, 'IDEMPOTENCY_KEY_INVALID'],
        [400, 'IDEMPOTENCY_KEY_INVALID'],
      ]);
      expect(await counts.read()).toEqual(before);
    });

    it('again with the same body has the same answer, with another body none', async () => {
      const first = await place('again', setting.order());
      await waitUntilQuiet(world.system);
      const before = await counts.read();
      expect(await place('again', setting.order())).toEqual(first);
      const other = await place('again', setting.order({ reference: 'lain' }));
      expect([other.status, (JSON.parse(other.body) as Problem).code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
      expect(await counts.read()).toEqual(before);
    });

    it('twenty times at once places one order', async () => {
      const before = (await counts.read())['serap_routing.orders']!;
      const answers = await Promise.all(Array.from({ length: 20 }, () => place('at-once', setting.order())));
      expect(answers.map(({ status }) => status).filter((status) => status !== 201 && status !== 409)).toEqual([]);
      expect(new Set(answers.filter(({ status }) => status === 201).map(idOf)).size).toBe(1);
      expect((await counts.read())['serap_routing.orders']).toBe(before + 1);
    });

    it('of one partner is none of another', async () => {
      const mine = await place('shared', setting.order());
      const theirs = await place('shared', setting.order({}, { deliverTo: '13.03' }), { region: '13.03' });
      expect([mine.status, theirs.status]).toEqual([201, 201]);
      expect(idOf(theirs)).not.toEqual(idOf(mine));
    });
  });

  // The last one: nothing answers afterwards.
  it('nothing of the caller is wrong, but PostgreSQL is down: 503, and when to come again', async () => {
    const wires = await Promise.all([
      by(setting, 'POST', '/api/orders', setting.order()),
      by(setting, 'GET', '/api/orders'),
      by(setting, 'GET', '/api/agreements', undefined, { role: 'agreement-officer', region: ORIGIN }),
      by(setting, 'GET', '/api/registry/lots', undefined, { role: 'registry-officer', region: ORIGIN }),
      by(setting, 'GET', '/api/operations/summary', undefined, { role: 'operations', region: ORIGIN }),
    ]);
    for (const wire of wires) {
      // Whoever runs the system starts it again, on a slow machine before the next call.
      await world.stopDatabase();
      const { status, type, body, retryAfter } = await ask(wire);
      expect([wire.path, status, type, retryAfter]).toEqual([wire.path, 503, 'application/problem+json', '2']);
      expect(body).not.toMatch(INTERNAL);
    }
  });
});
