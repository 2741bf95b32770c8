import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
    const { status, body } = await intake.call(app, 'GET', '/readyz');
    expect([status, body]).toMatchObject([200, { status: 'ok', detail: { kept: 1 } }]);
  });

  it('is counted in the metrics', async () => {
    const { text } = await intake.call(app, 'GET', '/metrics');
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
