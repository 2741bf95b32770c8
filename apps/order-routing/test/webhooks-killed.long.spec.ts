import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IntakeFixture } from './intake-app.js';
import { startProcess } from './own-process.js';
import { Receiver } from './receiver.js';
import { agreementInputs, lotInput, orderBody } from './routing-app.js';

const LOCAL = { SERAP_WEBHOOKS_LOCAL: 'yes', SERAP_EMBEDDED: 'yes' } as const;

describe('webhooks of a replica that is killed while it sends', () => {
  let intake: IntakeFixture;
  let receiver: Receiver;

  beforeAll(async () => {
    intake = await IntakeFixture.open();
    receiver = await Receiver.open();
  });

  afterAll(async () => {
    await intake.close();
    await receiver.close();
  });

  it('are sent by the next one under their webhook-ids, and none is lost', async () => {
    const first = await intake.replica(LOCAL);
    await intake.feed(first, [...agreementInputs('13.03', 1_000), lotInput('A', 500)]);
    await intake.call(first, 'POST', '/api/orders/webhooks', { url: receiver.url('/') }, { key: 'webhook' });
    await intake.stop(first);

    receiver.answer = () => 'hang';
    const { child, door } = await startProcess({ ...intake.settings, ...LOCAL });
    const placed = await intake.call(door, 'POST', '/api/orders', orderBody(5), { key: 'order' });
    expect(placed.status).toBe(201);
    await intake.until(() => Promise.resolve(receiver.received.length > 0));
    child.kill('SIGKILL');
    await once(child, 'exit');

    receiver.answer = () => 204;
    await intake.replica(LOCAL);
    const written = await intake.count('webhook_delivery');
    expect(written).toBe(2);
    await intake.until(
      async () => (await intake.count('webhook_delivery WHERE delivered_at IS NOT NULL')) === 2,
      40_000,
    );
    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect(ids).toHaveLength(3);
    expect(ids[1]).toBe(ids[0]);
    expect(new Set(ids).size).toBe(2);
  });
});
