import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../src/domain/ledger/office-policy.js';
import pg from 'pg';
import { IntakeFixture } from './intake-app.js';
import { beginProcess } from './own-process.js';

describe('a service that does not come to its work', () => {
  let intake: IntakeFixture;
  beforeAll(async () => {
    intake = await IntakeFixture.open();
  });
  afterAll(() => intake.close());
  beforeEach(async () => {
    await intake.dataSource.query('DELETE FROM market');
    await intake.dataSource.query('INSERT INTO market (id, policy) VALUES ($1, $3), ($2, $3)', [
      '33.02',
      '33.03',
      DEFAULT_POLICY,
    ]);
  });

  const held = () => intake.count('market WHERE lease_owner IS NOT NULL');
  /** In the PostgreSQL log a group's partition is a lease too. */
  const partitionsHeld = async (): Promise<number> => {
    const log = new pg.Client({ connectionString: intake.settings.SERAP_LOG_URL });
    await log.connect();
    const { rows } = await log.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM log_group_offset WHERE member IS NOT NULL',
    );
    await log.end();
    return rows[0]?.n ?? 0;
  };

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'gives back the markets that it has taken already when %s comes before it listens',
    async (signal) => {
      // The second market is being changed: taking it waits, and the service with it.
      // On a connection of its own: the service's end what lies idle in a transaction for 5 s, and its start may take longer.
      const other = new pg.Client({ connectionString: intake.settings.SERAP_DATABASE_URL });
      await other.connect();
      await other.query(`BEGIN; SELECT FROM market WHERE id = '33.03' FOR UPDATE`);
      const child = beginProcess(intake.settings);
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
      await intake.until(async () => (await held()) === 1 && (await partitionsHeld()) > 0);
      const asked = performance.now();
      child.kill(signal);
      const ended = once(child, 'exit');
      await new Promise((resolve) => setTimeout(resolve, 300));
      await other.end();
      const [code] = (await ended) as [number | null];
      expect(performance.now() - asked).toBeLessThan(10_000);
      expect(code).toBe(signal === 'SIGTERM' ? 143 : 130);
      expect(said).not.toContain('listening on');
      expect([await held(), await partitionsHeld()]).toEqual([0, 0]);
    },
    60_000,
  );

  it('gives them back when its port is taken, and says so', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = String(typeof address === 'object' ? address?.port : 0);
    const child = beginProcess({ ...intake.settings, SERAP_HOST: '127.0.0.1', SERAP_PORT: port });
    const [code] = (await once(child, 'exit')) as [number | null];
    server.close();
    expect(code).toBe(1);
    expect([await held(), await partitionsHeld()]).toEqual([0, 0]);
  });
});
