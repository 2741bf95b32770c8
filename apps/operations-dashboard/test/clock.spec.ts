import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDashboard, type Dashboard } from './dashboard.js';

const PATH = '/api/operations/clock';
const START = '2019-03-04T02:00:00Z';

describe('the simulated clock', () => {
  let dashboard: Dashboard;
  beforeAll(async () => {
    dashboard = await startDashboard();
  });
  afterAll(() => dashboard.stop());

  const published = () =>
    dashboard.query<{ subject: string; sequence: number; key: string; body: { offsetMs: number } }>(
      `SELECT headers->>'ce_subject' AS subject, (headers->>'ce_sequence')::int AS sequence, key, body
       FROM outbox WHERE topic = 'serap.clock.v1' ORDER BY id`,
    );

  it('may be set back the very first time, and says so on the log', async () => {
    const { status, body } = await dashboard.post(PATH, { to: START });
    expect({ status, simulated: body.simulated }).toEqual({ status: 200, simulated: true });
    expect(Math.abs(Date.parse(body.now) - Date.parse(START))).toBeLessThan(5_000);
    const events = await published();
    expect(events).toMatchObject([{ subject: 'clock', sequence: 1, key: 'clock', body: { offsetMs: body.offsetMs } }]);
    expect(Math.abs(Date.now() + Number(body.offsetMs) - Date.parse(START))).toBeLessThan(5_000);
  });

  it('goes forward by an instant or by a length of time', async () => {
    const first = (await dashboard.post(PATH, { advanceMs: 3_600_000 })).body.offsetMs;
    const second = (await dashboard.post(PATH, { to: '2019-03-05T00:00:00+07:00' })).body.offsetMs;
    expect(second).toBeGreaterThan(first);
    expect((await published()).map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  });

  it('is followed by this service too', async () => {
    const began = Date.now();
    await dashboard.moveClock('2019-03-05T00:10:00+07:00');
    const { now } = (await dashboard.get(PATH)).body;
    // It goes on from there, by as much as this has taken.
    const since = Date.parse(now) - Date.parse('2019-03-04T17:10:00Z');
    expect(since).toBeGreaterThanOrEqual(0);
    expect(since).toBeLessThanOrEqual(Date.now() - began);
  });

  it('never goes back', async () => {
    const before = await published();
    const { status, body } = await dashboard.post(PATH, { to: START });
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'CLOCK_BACKWARDS' });
    expect(await published()).toEqual(before);
  });

  it('moves once for one key, however often it is sent', async () => {
    const before = (await published()).length;
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => dashboard.post(PATH, { advanceMs: 60_000 }, { key: 'same' })),
    );
    expect(new Set(answers.map(({ body }) => body.offsetMs)).size).toBe(1);
    expect((await published()).length).toBe(before + 1);
  });

  it('counts versions without a gap when several advance it at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => dashboard.post(PATH, { advanceMs: 1_000 })));
    const sequences = (await published()).map(({ sequence }) => sequence);
    expect(sequences).toEqual(sequences.map((_, index) => index + 1));
  });

  it.each([
    [{}, 422],
    [{ to: START, advanceMs: 1 }, 422],
    [{ to: '2019-02-29T00:00:00Z' }, 422],
    [{ to: '2030-01-01T00:00:00' }, 422],
    [{ to: '2030-01-01T24:00:00Z' }, 422],
    [{ advanceMs: 0 }, 422],
    [{ advanceMs: 1.5 }, 422],
    [{ advanceMs: 1, region: '33.02' }, 422],
  ])('refuses %j with %i', async (body, status) => {
    const before = (await published()).length;
    expect((await dashboard.post(PATH, body)).status).toBe(status);
    expect((await published()).length).toBe(before);
  });

  it('wants a key, and is for operations alone', async () => {
    expect((await dashboard.post(PATH, { advanceMs: 1 }, { key: null })).status).toBe(400);
    expect((await dashboard.post(PATH, { advanceMs: 1 }, { role: 'partner-intake' })).status).toBe(403);
  });

  it('stays where it is over a restart', async () => {
    const { offsetMs } = (await dashboard.post(PATH, { advanceMs: 5 })).body;
    await dashboard.restart();
    const again = (await dashboard.post(PATH, { advanceMs: 5 })).body.offsetMs;
    expect(again).toBe(Number(offsetMs) + 5);
  });
});

it('cannot be moved where the clock is the real one', async () => {
  const dashboard = await startDashboard({ SERAP_SIMULATED_CLOCK: 'no' });
  try {
    expect((await dashboard.post(PATH, { advanceMs: 1 })).status).toBe(404);
    expect((await dashboard.get(PATH)).body.simulated).toBe(false);
  } finally {
    await dashboard.stop();
  }
});
