import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SIJUNJUNG, SULSEL, TERNATE } from './banyumas.js';
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

it('an ordinary day leaves nothing to do but what is promised and waits for its lots, which is not urgent', async () => {
  await desk.apply();
  for (const role of ['registry-officer', 'agreement-officer', 'cooperative', 'operations', 'platform'] as const) {
    expect([role, await desk.tasks(role)]).toEqual([role, []]);
  }
  expect(await desk.tasks('partner-intake', '82.71')).toEqual([]);
});

describe('the registry officer', () => {
  it('is told of certificates that end within 90 days, until a later one is there', async () => {
    const found = await desk.after(() => {
      tell.certify(desk.story, 'soon', '2019-06-01');
      tell.certify(desk.story, 'late', '2019-06-02');
      tell.certify(desk.story, 'revoked', '2019-05-01', 'revoked', true);
    }, 'registry-officer');
    expect(found).toMatchObject([
      {
        id: `certificate-ends:${id('certificate soon')}:P-IRT`,
        deadline: '2019-06-01T17:00:00.000Z',
        overdue: false,
        detail: 'P-IRT',
        subject: { type: 'certificate', id: id('certificate soon') },
      },
    ]);
    expect(
      await desk.after(() => tell.certify(desk.story, 'renewed', '2021-06-01', 'soon'), 'registry-officer'),
    ).toEqual([]);
  });

  it('is told of certificates that have ended, unless the producer has closed', async () => {
    const found = await desk.after(() => {
      tell.certify(desk.story, 'ended', '2019-03-03');
      tell.certify(desk.story, 'last day', '2019-03-04');
    }, 'registry-officer');
    expect(found.map(({ kind, overdue }) => [kind, overdue])).toEqual([
      ['certificate-lapsed', true],
      ['certificate-ends', false],
    ]);
    const closed = await desk.after(() => {
      for (const name of ['ended', 'last day']) tell.closeProducer(desk.story, name);
    }, 'registry-officer');
    expect(closed).toEqual([]);
  });

  it('is told of goods held in their lot, but not of those that wait for their producer', async () => {
    const found = await desk.after(() => tell.lotStands(desk.story, 'A', 6_000, 4_000, 1_500, 500), 'registry-officer');
    expect(found).toMatchObject([{ kind: 'lot-held', quantity: 1_000 * KG, unit: 'GRAM', subject: { id: id('A') } }]);
    expect(await desk.after(() => tell.lotStands(desk.story, 'A', 6_000, 5_000, 500, 500), 'registry-officer')).toEqual(
      [],
    );
  });

  it('is told of unsold goods that expire within 30 days', async () => {
    await desk.apply();
    await desk.dashboard.query(`UPDATE lot SET expires_at = '2019-04-03T02:00:00Z' WHERE lot_id = $1`, [id('C')]);
    expect(await desk.tasks('registry-officer')).toMatchObject([{ kind: 'lot-expires', quantity: 2_000 * KG }]);
    expect(await desk.after(() => tell.lotStands(desk.story, 'C', 2_000, 0, 0), 'registry-officer')).toEqual([]);
  });

  it('and the buyer are told of goods that have left when their lot is recalled, for 30 days', async () => {
    const found = await desk.after(() => {
      tell.allocation(desk.story, 'at sea', TERNATE, { status: 'dispatched' });
      tell.recall(desk.story, 'A');
    }, 'registry-officer');
    expect(found).toMatchObject([
      { kind: 'goods-recalled', partner: '82.71', quantity: 1_000 * KG, subject: { type: 'order' }, overdue: false },
    ]);
    expect((await desk.tasks('partner-intake', '82.71')).map(({ kind }) => kind)).toContain('goods-recalled');
    expect(await desk.tasks('partner-intake', '13.03')).toEqual([]);
    await desk.dashboard.query(`UPDATE lot SET recalled_at = recalled_at - interval '31 days'`);
    expect(await desk.tasks('registry-officer')).toEqual([]);
  });

  it('is told of payments that did not come in time, until they are recorded', async () => {
    const found = await desk.after(() => {
      tell.shipment(desk.story, TERNATE, {
        receivedAt: '2019-01-31T02:00:00.000Z',
        payBy: '2019-03-02',
        legsArrived: 2,
      });
      tell.owes(desk.story, TERNATE, 16_500_000, 6_500_000);
      tell.shipment(desk.story, SULSEL, {
        receivedAt: '2019-02-28T02:00:00.000Z',
        payBy: '2019-03-30',
        legsArrived: 2,
      });
      tell.owes(desk.story, SULSEL, 1_000_000, 0);
    }, 'registry-officer');
    expect(found).toMatchObject([
      { kind: 'payment-overdue', amount: 10_000_000, deadline: '2019-03-02T17:00:00.000Z', overdue: true },
    ]);
    expect(await desk.after(() => tell.owes(desk.story, TERNATE, 16_500_000, 16_500_000), 'registry-officer')).toEqual(
      [],
    );
  });
});

describe('the cooperative', () => {
  it('is told of an offer until it is answered or lapses', async () => {
    const found = await desk.after(
      () => tell.allocation(desk.story, 'x', TERNATE, { status: 'offered', answerBy: '2019-03-05T02:00:00.000Z' }),
      'cooperative',
    );
    expect(found).toMatchObject([
      { kind: 'offer-to-answer', deadline: '2019-03-05T02:00:00.000Z', quantity: 1_000 * KG, partner: '82.71' },
    ]);
    expect(
      await desk.after(() => tell.allocation(desk.story, 'x', TERNATE, { status: 'lapsed' }), 'cooperative'),
    ).toEqual([]);
  });

  it('is told nothing of the goods of another one', async () => {
    desk.aggregator = id('another cooperative');
    const found = await desk.after(() => {
      tell.allocation(desk.story, 'x', TERNATE, { status: 'offered', answerBy: '2019-03-05T02:00:00.000Z' });
      tell.allocation(desk.story, 'y', TERNATE, {});
      tell.lotStands(desk.story, 'A', 6_000, 4_000, 1_000);
    }, 'cooperative');
    desk.aggregator = id('cooperative');
    expect(found).toEqual([]);
    expect((await desk.tasks('cooperative')).map(({ kind }) => kind)).toEqual([
      'offer-to-answer',
      'lot-held',
      'order-to-send',
    ]);
  });

  it('is told to send what is confirmed, an order at a time', async () => {
    const found = await desk.after(() => {
      tell.allocation(desk.story, 'x', TERNATE, { leaveOn: '2019-03-20' });
      tell.allocation(desk.story, 'y', TERNATE, { leaveOn: '2019-03-20', quantity: 500 * KG });
    }, 'cooperative');
    expect(found).toMatchObject([
      { kind: 'order-to-send', deadline: '2019-03-20T17:00:00.000Z', quantity: 1_500 * KG, count: 2 },
    ]);
    const sent = () => {
      for (const name of ['x', 'y']) tell.allocation(desk.story, name, TERNATE, { status: 'dispatched' });
    };
    expect(await desk.after(sent, 'cooperative')).toEqual([]);
  });
});

describe('platform', () => {
  it('is told of events that could not be processed, a cause at a time, until somebody settles them', async () => {
    const found = await desk.after(() => {
      for (const name of ['one', 'two']) tell.deadLetter(desk.story, name);
    }, 'platform');
    expect(found).toMatchObject([
      { kind: 'dead-letters', count: 2, detail: 'MALFORMED', subject: { type: 'service', id: 'order-routing' } },
    ]);
    expect((await desk.dashboard.get('/api/operations/health')).body.deadLetters.total).toBe(2);
    const settle = () => {
      for (const name of ['one', 'two']) {
        const data = { deadLetterId: id(name), group: 'order-routing', outcome: 'discarded' } as const;
        desk.story.tell('serap.dead-letter.settled.v1', `dead-letter:${id(name)}`, data);
      }
    };
    expect(await desk.after(settle, 'platform')).toEqual([]);
    expect((await desk.dashboard.get('/api/operations/health')).body.deadLetters).toEqual({ total: 0, newest: [] });
  });
});

describe('operations', () => {
  it('is told of promises of its region that must be bound within three days', async () => {
    const found = await desk.after(() => {
      promise(desk.story, TERNATE, 3_500, 1_500, [quotaExhausted(500)], '2019-03-06T17:00:00.000Z');
      promise(desk.story, SIJUNJUNG, 3_000, 0, [], '2019-03-28T17:00:00.000Z');
    }, 'operations');
    expect(found).toMatchObject([
      { kind: 'promise-to-bind', quantity: 2_000 * KG, deadline: '2019-03-06T17:00:00.000Z', overdue: false },
    ]);
    const bound = () => {
      promise(desk.story, TERNATE, 3_500, 3_500, [quotaExhausted(500)]);
    };
    expect(await desk.tasks('operations', '33.04')).toEqual([]);
    expect(await desk.after(bound, 'operations')).toEqual([]);
  });
});
