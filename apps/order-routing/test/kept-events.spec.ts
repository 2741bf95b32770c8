import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Shutdown } from '#platform/context/shutdown.js';
import { IntakeFixture } from './intake-app.js';

describe('an event of a type that only another release knows', () => {
  let intake: IntakeFixture;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    intake = await IntakeFixture.open();
    app = await intake.replica();
    app.get(Shutdown).opened();
    const later = { ce_type: 'serap.order-intake.placed.v9' };
    await intake.publish(await intake.issuer.token(['partner-intake'], '13.03'), randomUUID(), {}, later);
    await intake.until(async () => (await intake.count('kept_event')) === 1);
  });

  afterAll(() => intake.close());

  it('is seen where a service says how it is, and does not keep it from being ready', async () => {
    const ready = () => intake.call(app, 'GET', '/readyz');
    await intake.until(async () => (await ready()).body.detail?.kept === 1);
    expect(await ready()).toMatchObject({ status: 200, body: { status: 'ok' } });
  });

  it('is told as it was last seen while its table is locked: the replica stays in service', async () => {
    const runner = intake.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query('LOCK TABLE kept_event');
    const { status, body } = await intake.call(app, 'GET', '/readyz');
    const locked = await runner.query('SELECT 1 AS still');
    await runner.rollbackTransaction();
    await runner.release();
    // Had the answer waited for the table, its lock would have run out: a transaction lasts five seconds at most.
    expect([status, body.detail.kept, locked]).toEqual([200, 1, [{ still: 1 }]]);
  });

  it('is counted in the metrics', async () => {
    const { text } = await intake.call(app, 'GET', '/metrics');
    expect(text).toContain('\nserap_log_joined 1\n');
    expect(text).toContain('\nserap_events_kept 1\n');
    expect(text).toContain('\nserap_events_unknown_total 1\n');
  });

  it("is kept without its sender's credential", async () => {
    const [{ headers } = { headers: {} }] = await intake.dataSource.query<{ headers: object }[]>(
      'SELECT headers FROM kept_event',
    );
    expect(Object.keys(headers)).toEqual(expect.arrayContaining(['ce_type']));
    expect(Object.keys(headers)).not.toContain('authorization');
  });
});
