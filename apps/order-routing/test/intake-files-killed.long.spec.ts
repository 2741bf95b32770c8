import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CSV, inDays, IntakeFixture } from './intake-app.js';
import { startProcess } from './own-process.js';
import { agreementInputs, lotInput } from './routing-app.js';

const ROWS = 3_000;

describe('a file of orders whose replica is killed while it places them', () => {
  let intake: IntakeFixture;

  beforeAll(async () => {
    intake = await IntakeFixture.open();
  });

  afterAll(() => intake.close());

  it('is finished by the next one, and each row is one order', async () => {
    const first = await intake.replica();
    await intake.feed(first, [...agreementInputs('13.03', 1_000_000), lotInput('A', 900_000)]);
    await intake.stop(first);

    const { child, door } = await startProcess(intake.settings);
    const needBy = inDays(30);
    // Some with a key of their own, some known by their place in the file.
    const rows = Array.from(
      { length: ROWS },
      (_, n) => `${n % 2 === 0 ? `k-${String(n)}` : ''};sugar;${String(n + 1)};kg;${needBy};PT`,
    );
    const file = ['kunci;komoditas;jumlah;satuan;butuh sebelum;pembeli', ...rows].join('\n');
    const { body } = await intake.call(door, 'POST', '/api/orders/uploads?locale=id-ID', file, { type: CSV });
    await intake.call(door, 'POST', `/api/orders/uploads/${body.id}/placement`, { rows: 'good' });
    await intake.until(async () => (await intake.count('orders')) > 500);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await intake.count('orders')).toBeLessThan(ROWS);
    expect(await intake.count(`upload WHERE state = 'placing'`)).toBe(1);

    const next = await intake.replica();
    const read = () => intake.call(next, 'GET', `/api/orders/uploads/${body.id}`);
    await intake.until(async () => (await read()).body.state === 'placed', 60_000);
    expect((await read()).body.rows).toEqual({ green: ROWS, amber: 0, red: 0, placed: ROWS, refused: 0, standing: 0 });
    expect(await intake.count('orders')).toBe(ROWS);
    const named = `(SELECT DISTINCT outcome->'order'->>'id' FROM upload_row) AS named`;
    expect(await intake.count(named)).toBe(ROWS);

    // Mended and sent whole: what was placed before and after the kill stands.
    const whole = await intake.call(
      next,
      'POST',
      '/api/orders/uploads?locale=id-ID',
      `${file}\n;sugar;1;kg;${needBy};CV`,
      {
        type: CSV,
      },
    );
    expect(whole.body.rows).toMatchObject({ green: 1, amber: ROWS, red: 0 });
    const again = `/api/orders/uploads/${String(whole.body.id)}`;
    await intake.call(next, 'POST', `${again}/placement`, { rows: 'all' });
    await intake.until(async () => (await intake.call(next, 'GET', again)).body.state === 'placed', 60_000);
    expect((await intake.call(next, 'GET', again)).body.rows).toMatchObject({ refused: 0 });
    expect(await intake.count('orders')).toBe(ROWS + 1);
  });
});
