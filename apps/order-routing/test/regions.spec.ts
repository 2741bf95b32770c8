import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { EventEnvelope } from '#contracts/envelope.js';
import type { Tx } from '#platform/database/transactions.js';
import { InputAppender } from '../src/runtime/input-appender.js';
import { agreementInputs, lotInput, orderBody, RoutingFixture } from './routing-app.js';

interface ProblemBody {
  readonly errors?: { pointer: string; message: string }[];
}

describe('an order goes from a region that exists to one that does', () => {
  let routing: RoutingFixture;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    routing = await RoutingFixture.open();
    app = await routing.replica();
    await routing.feed(app, [...agreementInputs('13.03', 1_000), ...agreementInputs('91', 1_000), lotInput('A', 500)]);
  });

  afterAll(() => routing.close());

  const faultsOf = async (line: object, order: object, region = '13.03') => {
    const { status, body } = await routing.post<ProblemBody>(app, '/api/orders', orderBody(5, line, order), { region });
    return [status, ...(body.errors ?? []).map(({ pointer, message }) => `${pointer} ${message}`)];
  };
  const markets = async (): Promise<string[]> =>
    (await routing.dataSource.query<{ id: string }[]>('SELECT id FROM market ORDER BY id')).map(({ id }) => id);

  it.each([
    ['99.99', '99.99 is no region of the Kemendagri list'],
    ['73.99', '73.99 is no region of the Kemendagri list'],
    ['91.01', '91.01 has not been valid since 2022-07-25 (UU 14, 15, 16/2022); use 93.01'],
    ['33', 'must be the code of a regency or city, for example 33.02'],
    ['33.02.16', 'must be the code of a regency or city, for example 33.02'],
  ])('not from %s, for which no market appears', async (origin, message) => {
    const [status, fault] = await faultsOf({}, { origin });
    expect([status, fault]).toEqual([422, expect.stringContaining(`/origin ${message}`)]);
    expect(await markets()).toEqual(['33.02']);
  });

  it.each(['13.03.99', '13.03.01.1999'])('not to %s', async (deliverTo) => {
    const [status, fault] = await faultsOf({ deliverTo }, {});
    expect([status, fault]).toEqual([
      422,
      expect.stringContaining(`/lines/0/deliverTo ${deliverTo} is no region of the Kemendagri list`),
    ]);
  });

  it.each([
    ['99.99', '99.99 is no region'],
    ['92.71', '92.71 has not been valid since 2022-12-08 (UU 29/2022); use 96.71'],
  ])('not for an office of %s', async (region, message) => {
    const [status, fault] = await faultsOf({}, {}, region);
    expect([status, fault]).toEqual([422, expect.stringContaining(`/lines/0/deliverTo ${message}`)]);
  });

  it.each(['9999161507900001', '7399161507900001'])('not for a buyer whose tax number is the NIK %s', async (npwp) => {
    const [status, fault] = await faultsOf({}, { buyer: { name: 'Pembeli', npwp } });
    expect([status, fault]).toEqual([422, expect.stringMatching(/^\/buyer\/npwp digits 1 to 4 /)]);
  });

  it.each(['3302161507900001', '9101161507900001', '0012345678901234', '012345678901234'])(
    'but for one with the tax number %s',
    async (npwp) => {
      expect(await faultsOf({}, { buyer: { name: 'Pembeli', npwp } })).toEqual([201]);
    },
  );

  it('also to what a province was split into since its agreement of 2019, by the codes of today', async () => {
    for (const [region, deliverTo] of [
      ['93', '93.01'],
      ['91', '91.03'],
    ] as const) {
      const { status, body } = await routing.post(app, '/api/orders', orderBody(5, { deliverTo }), { region });
      expect([status, body.origin, body.lines[0]?.promised]).toEqual([201, '33.02', 5_000]);
    }
    const { status } = await routing.post(app, '/api/orders', orderBody(5), { region: '92' });
    expect(status).toBe(422);
  });

  it.each(['99.99', '33', '91.01'])('and what is told of %s makes no market', async (origin) => {
    const [input] = agreementInputs('13.03', 1);
    const entry = { event: {} as EventEnvelope, origin, input };
    await expect(app.get(InputAppender).append({} as Tx, [entry])).rejects.toMatchObject({ code: 'INVALID' });
    expect(await markets()).toEqual(['33.02']);
  });
});
