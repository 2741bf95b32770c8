import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AuditEntry } from '#platform/audit/find-audit.js';
import { agreementInputs, lotInput, orderBody, RoutingFixture } from './routing-app.js';

describe('the journal as audit log', () => {
  let routing: RoutingFixture;
  let app: NestFastifyApplication;
  let order: string;

  beforeAll(async () => {
    routing = await RoutingFixture.open();
    app = await routing.replica();
    await routing.feed(app, [...agreementInputs('13.03', 1_000), lotInput('A', 500)]);
    order = (await routing.post<{ id: string }>(app, '/api/orders', orderBody(400))).body.id;
  });

  afterAll(() => routing.close());

  it('shows each order with who placed it', async () => {
    const { body } = await routing.get<{ items: AuditEntry[] }>(
      app,
      `/api/orders/audit?subject=${order}`,
      '33.02',
      'registry-officer',
    );
    expect(body.items).toMatchObject([{ action: 'order-placed', subject: order, region: '33.02' }]);
    expect(body.items[0]?.principal).not.toBe('system');
  });

  it.each([
    `UPDATE input SET principal = 'nobody' WHERE number IS NOT NULL`,
    `UPDATE input SET number = number + 1000`,
    `UPDATE input SET payload = '{}'`,
    'DELETE FROM input',
    'TRUNCATE input CASCADE',
  ])('cannot be changed: %s', async (sql) => {
    await expect(routing.dataSource.query(sql)).rejects.toThrow('the journal is append-only');
  });
});
