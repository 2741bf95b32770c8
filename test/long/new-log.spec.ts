import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import pg from 'pg';
import { SERVICES } from '#contracts/topics.js';
import type { System } from '../../tools/system/system.js';
import { IN_FORCE, scenario } from '../system/scenario.js';

async function loseLog({ addresses }: System): Promise<void> {
  if (addresses.log.kind !== 'postgres') throw new Error('This test loses the log of PostgreSQL.');
  const client = new pg.Client({ connectionString: addresses.log.url });
  await client.connect();
  await client.query(`TRUNCATE log_record, log_group_offset, log_member;
    UPDATE log_partition SET first_offset = 0, next_offset = 0`);
  await client.end();
}

it('an event log that was lost is told anew by new-log, and everything goes on as if nothing had been', async () => {
  const result = await scenario('in-force', {
    moment: async (name, system) => {
      if (name !== 'orders-placed') return;
      await Promise.all(SERVICES.map((service) => system.services[service].stop()));
      await loseLog(system);
      for (const service of SERVICES) {
        execFileSync(process.execPath, [`dist/apps/${service}/src/main.js`, 'new-log'], {
          env: { PATH: process.env['PATH'] ?? '', SERAP_DATABASE_URL: system.addresses.databases[service] },
        });
      }
      await Promise.all(SERVICES.map((service) => system.services[service].start()));
    },
  });
  expect(result).toMatchObject(IN_FORCE);
}, 300_000);
