import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { BusinessClock } from '#kernel/business-clock.js';
import { addDays, localDateAt, startOfLocalDay } from '#kernel/local-date.js';
import type { Page } from '#platform/http/shapes.js';
import type { StandingOrderView } from '../src/intake/standing/standing-orders.js';
import type { OrderView } from '../src/domain/views/order-view.js';
import { agreementInputs, lotInput, RoutingFixture } from './routing-app.js';

const TODAY = localDateAt(new Date(), '13.03');
const ORDER = { buyer: { name: 'Toko' }, lines: [{ commodity: 'sugar', quantity: 5, unit: 'kg' }] };

describe('a standing order', () => {
  let routing: RoutingFixture;
  let app: NestFastifyApplication;
  let id: string;
  const open = (changes: object = {}, region = '13.03') =>
    routing.post<{ id: string; errors?: { pointer: string }[] }>(
      app,
      '/api/orders/standing',
      { every: 'week', startsOn: TODAY, needWithinDays: 20, order: ORDER, ...changes },
      { region },
    );
  const read = async () => (await routing.get<StandingOrderView>(app, `/api/orders/standing/${id}`)).body;
  const orders = async () => (await routing.get<Page<OrderView>>(app, '/api/orders?limit=500')).body.items;
  const noonOf = (day: string): void => {
    app.get(BusinessClock).adjust(startOfLocalDay(day, '13.03').getTime() + 12 * 3_600_000 - Date.now());
  };

  beforeAll(async () => {
    routing = await RoutingFixture.open();
    app = await routing.replica();
    await routing.feed(app, [...agreementInputs('13.03', 1_000), lotInput('A', 500)]);
    noonOf(TODAY);
  });

  afterAll(() => routing.close());

  it.each<[string, object, string]>([
    ['a start that has passed', { startsOn: addDays(TODAY, -1) }, '/startsOn'],
    ['an end before its start', { until: addDays(TODAY, -1) }, '/until'],
    ['every other day', { every: 'fortnight' }, '/every'],
    ['an order without lines', { order: { buyer: { name: 'Toko' } } }, '/order/lines'],
    [
      'a date of its own',
      { order: { ...ORDER, lines: [{ ...ORDER.lines[0], needBy: TODAY }] } },
      '/order/lines/0/needBy',
    ],
    ['a line that is none', { order: { ...ORDER, lines: [null] } }, '/order/lines/0'],
    ['a line that is a list', { order: { ...ORDER, lines: [ORDER.lines[0], []] } }, '/order/lines/1'],
  ])('is refused with %s', async (_, changes, pointer) => {
    const { status, body } = await open(changes);
    expect([status, body.errors?.[0]?.pointer]).toEqual([422, pointer]);
  });

  it('is placed on its first day, with its need-by counted from there', async () => {
    id = (await open({ until: addDays(TODAY, 20) })).body.id;
    await routing.until(async () => (await orders()).length === 1);
    const [order] = await orders();
    expect(order).toMatchObject({ placedBy: 'partner-intake@13.03', partner: '13.03' });
    expect(order!.lines[0]).toMatchObject({ promised: 5_000, needBy: addDays(TODAY, 20) });
    expect(await read()).toMatchObject({
      nextOn: addDays(TODAY, 7),
      last: { day: TODAY, order: order!.id, refusal: null },
    });
  });

  it('is placed once on each of its days, also when the clock passed several, until it ends', async () => {
    noonOf(addDays(TODAY, 30));
    await routing.until(async () => (await read()).nextOn === null);
    // On its second day the goods would have been needed before now: that day was refused.
    expect((await read()).last).toMatchObject({ day: addDays(TODAY, 14), refusal: null });
    await routing.until(async () => (await orders()).length === 2);
  });

  it('keeps why a day was refused, and goes on', async () => {
    const day = addDays(TODAY, 30);
    id = (await open({ startsOn: day, order: { ...ORDER, lines: [{ ...ORDER.lines[0], deliverTo: '73' }] } })).body.id;
    await routing.until(async () => (await read()).last !== null);
    expect(await read()).toMatchObject({
      nextOn: addDays(day, 7),
      last: { day, order: null, refusal: { code: 'INVALID', errors: [{ pointer: '/lines/0/deliverTo' }] } },
    });
  });

  it('is stopped by its region alone', async () => {
    const stop = async (region: string) =>
      (
        await fetch(`${await app.getUrl()}/api/orders/standing/${id}`, {
          method: 'DELETE',
          headers: { authorization: `Bearer ${await routing.token('partner-intake', region)}` },
        })
      ).status;
    expect([await stop('73'), await stop('13.03'), await stop('13.03')]).toEqual([404, 204, 204]);
    expect(await read()).toMatchObject({ nextOn: null, stoppedAt: expect.any(String) });
  });
});
