import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A market that starts reads the orders that still live, however many have been closed; an order's allocations are found
 * by it. Indexes that nothing reads, but every new order wrote, are gone. On a large live database make the new ones
 * CONCURRENTLY first.
 */
export class LiveOrders1765500000000 implements MigrationInterface {
  name = 'LiveOrders1765500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE INDEX IF NOT EXISTS order_line_live ON order_line (market)
  WHERE (status = 'open' AND accepted < wanted) OR allocated > accepted;
CREATE INDEX IF NOT EXISTS orders_owing ON orders (market) WHERE owed > paid;
CREATE INDEX IF NOT EXISTS allocation_order ON allocation (order_id);
DROP INDEX order_line_market;
DROP INDEX orders_partner;
DROP INDEX orders_market;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE INDEX orders_market ON orders (market, id);
CREATE INDEX orders_partner ON orders (partner, id);
CREATE INDEX order_line_market ON order_line (market) WHERE status = 'open';
DROP INDEX allocation_order;
DROP INDEX orders_owing;
DROP INDEX order_line_live;
`);
  }
}
