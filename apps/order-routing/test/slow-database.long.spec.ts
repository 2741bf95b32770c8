import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { agreementInputs, lotInput, orderBody, RoutingFixture } from './routing-app.js';

describe('a market whose database is slow', () => {
  let routing: RoutingFixture;
  let app: NestFastifyApplication;
  beforeEach(async () => {
    routing = await RoutingFixture.open();
    app = await routing.replica();
  });
  afterEach(() => routing.close());

  it('answers 503 while a table is locked for longer than a transaction may last, and decides the same order after it', async () => {
    await routing.feed(app, [...agreementInputs('13.03', 9_000), lotInput('A', 37)]);
    const holder = routing.dataSource.createQueryRunner();
    await holder.query('BEGIN; SET LOCAL transaction_timeout = 0');
    await holder.query('LOCK TABLE order_line IN ACCESS EXCLUSIVE MODE');
    const refused = await routing.post<{ code: string }>(app, '/api/orders', orderBody(1), { key: 'same' });
    expect([refused.status, refused.body.code]).toEqual([503, 'UNAVAILABLE']);
    await holder.query('COMMIT');
    await holder.release();
    await routing.until(
      async () => (await routing.post(app, '/api/orders', orderBody(1), { key: 'same' })).status === 201,
    );
    expect(await routing.dataSource.query('SELECT 1 FROM orders')).toHaveLength(1);
  });

  it('decides in smaller parts what takes longer than a transaction may last', async () => {
    await routing.feed(app, [...agreementInputs('13.03', 9_000)]);
    await routing.dataSource.query(`
      CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.03); RETURN NEW; END $$;
      CREATE TRIGGER slow BEFORE UPDATE ON input FOR EACH ROW EXECUTE FUNCTION slow()`);
    // 6 s in one transaction of the 5 s that it may last.
    await routing.feed(
      app,
      Array.from({ length: 200 }, (_, index) => lotInput(`lot-${String(index)}`, 1)),
    );
    expect(await routing.dataSource.query('SELECT 1 FROM input WHERE number IS NULL')).toEqual([]);
  });
});
