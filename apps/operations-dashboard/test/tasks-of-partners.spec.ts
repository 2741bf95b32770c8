import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SULSEL, TERNATE } from './banyumas.js';
import { promise, quotaExhausted } from './samples.js';
import { id, KG } from './story.js';
import { TaskDesk } from './task-desk.js';
import * as tell from './task-story.js';

let desk: TaskDesk;

beforeAll(async () => {
  desk = await TaskDesk.open();
});
afterAll(() => desk.dashboard.stop());
beforeEach(() => desk.newDay());

describe('the agreement officer', () => {
  it.each(['33.02', '82.71', '82'])('of %s is told what an agreement waits for', async (region) => {
    const found = await desk.after(
      () => tell.stageOf(desk.story, TERNATE, 'council-approved'),
      'agreement-officer',
      region,
    );
    expect(found).toMatchObject([
      { kind: 'agreement-next-step', detail: 'council-approved', deadline: null, partner: '82.71' },
    ]);
    expect(
      await desk.after(() => tell.stageOf(desk.story, TERNATE, 'pks-signed'), 'agreement-officer', region),
    ).toEqual([]);
  });

  it('is told of an agreement that ends within 90 days', async () => {
    const found = await desk.after(
      () => tell.stageOf(desk.story, SULSEL, 'in-force', '2019-05-31T17:00:00.000Z'),
      'agreement-officer',
    );
    expect(found).toMatchObject([{ kind: 'agreement-ends', deadline: '2019-05-31T17:00:00.000Z' }]);
    const amended = () => tell.stageOf(desk.story, SULSEL, 'in-force', '2020-05-31T17:00:00.000Z');
    expect(await desk.after(amended, 'agreement-officer')).toEqual([]);
  });

  it('is told of a periodic report within 30 days of its last day, and after it, until the next one is owed', async () => {
    const owed = (on?: string) => () =>
      tell.stageOf(
        desk.story,
        SULSEL,
        'in-force',
        '2020-02-29T17:00:00.000Z',
        on === undefined ? {} : { reportDueOn: on },
      );
    expect(await desk.after(owed('2019-04-04'), 'agreement-officer')).toEqual([]);
    expect(await desk.after(owed('2019-04-02'), 'agreement-officer')).toMatchObject([
      { kind: 'report-due', deadline: '2019-04-02T17:00:00.000Z', overdue: false },
    ]);
    expect(await desk.after(owed('2019-03-01'), 'agreement-officer')).toMatchObject([
      { kind: 'report-due', overdue: true },
    ]);
    expect(await desk.after(owed(), 'agreement-officer')).toEqual([]);
  });

  it('is told of a suspended agreement, with the instant at which its first promise is released', async () => {
    const found = await desk.after(() => {
      tell.stageOf(desk.story, TERNATE, 'suspended');
      promise(desk.story, TERNATE, 3_500, 0, [quotaExhausted(500)], '2019-03-19T17:00:00.000Z');
    }, 'agreement-officer');
    expect(found).toMatchObject([{ kind: 'agreement-suspended', deadline: '2019-03-19T17:00:00.000Z' }]);
  });
});

describe('the partner', () => {
  it.each(['partner-intake', 'partner-system'] as const)(
    '(%s) is told of a shipment once it is there',
    async (role) => {
      expect(await desk.after(() => tell.shipment(desk.story, TERNATE, { legsArrived: 1 }), role, '82.71')).toEqual([]);
      const found = await desk.after(() => tell.shipment(desk.story, TERNATE, { legsArrived: 2 }), role, '82.71');
      // Midnight in Ternate is 22.00 in Banyumas.
      expect(found).toMatchObject([
        { kind: 'receipt-to-record', deadline: '2019-03-20T15:00:00.000Z', overdue: false },
      ]);
      const received = () =>
        tell.shipment(desk.story, TERNATE, { legsArrived: 2, receivedAt: '2019-03-04T01:30:00.000Z' });
      expect(await desk.after(received, role, '82.71')).toEqual([]);
    },
  );

  it('waits with a shipment that will come later than was said', async () => {
    const found = await desk.after(
      () => {
        tell.shipment(desk.story, TERNATE, { eta: '2019-03-03' });
        tell.shipment(desk.story, TERNATE, { eta: '2019-03-20', loadId: id('load') }, true);
      },
      'partner-intake',
      '82.71',
    );
    expect(found).toEqual([]);
  });

  it('is told of a shipment that should have arrived', async () => {
    const found = await desk.after(
      () => tell.shipment(desk.story, TERNATE, { eta: '2019-03-03' }),
      'partner-intake',
      '82.71',
    );
    expect(found).toMatchObject([{ kind: 'receipt-to-record', overdue: true }]);
  });

  it('is told what it has to pay, and until when', async () => {
    const found = await desk.after(
      () => {
        tell.shipment(desk.story, TERNATE, {
          receivedAt: '2019-03-03T02:00:00.000Z',
          payBy: '2019-04-02',
          legsArrived: 2,
        });
        tell.owes(desk.story, TERNATE, 16_500_000, 500_000);
      },
      'partner-intake',
      '82.71',
    );
    expect(found).toMatchObject([{ kind: 'payment-due', amount: 16_000_000, deadline: '2019-04-02T17:00:00.000Z' }]);
  });

  it('is told of a line that is short two weeks before its need-by, and not once it has passed', async () => {
    await desk.apply();
    expect(await desk.tasks('partner-intake', '82.71')).toEqual([]);
    await desk.dashboard.query(`UPDATE order_line SET need_by_ends = '2019-03-18T02:00:00Z'`);
    expect(await desk.tasks('partner-intake', '82.71')).toMatchObject([{ kind: 'line-short', quantity: 500 * KG }]);
    await desk.dashboard.query(`UPDATE order_line SET need_by_ends = '2019-03-04T01:00:00Z'`);
    expect(await desk.tasks('partner-intake', '82.71')).toEqual([]);
  });
});
