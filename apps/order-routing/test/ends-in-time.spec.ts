import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IntakeFixture } from './intake-app.js';
import { startProcess } from './own-process.js';
import { agreementInputs } from './routing-app.js';

const UNFINISHED = {
  'a half-sent header': 'GET /api/orders HTTP/1.1\r\nHost: h\r\nX-Slow: ',
  'an unfinished body':
    'POST /api/orders HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
  'an unfinished file':
    'POST /api/orders/uploads HTTP/1.1\r\nHost: h\r\nContent-Type: text/csv\r\nContent-Length: 100\r\n\r\na',
};

describe('a service that is asked to end', () => {
  let intake: IntakeFixture;
  beforeAll(async () => {
    intake = await IntakeFixture.open();
  });
  afterAll(() => intake.close());

  it('has ended within 10 s whatever a client does, with its lease and its lock given back', async () => {
    const first = await intake.replica();
    await intake.feed(first, [...agreementInputs('13.03', 1_000)]);
    await intake.stop(first);
    const { child, door } = await startProcess(intake.settings);
    await intake.until(async () => (await intake.count('market WHERE lease_owner IS NOT NULL')) === 1);
    const { port } = new URL(await door.getUrl());
    const sockets: Socket[] = [];
    for (const text of Object.values(UNFINISHED)) {
      const socket = connect(Number(port), '127.0.0.1').on('error', () => undefined);
      await once(socket, 'connect');
      await new Promise((resolve) => socket.write(text, resolve));
      sockets.push(socket);
    }
    const slow = setInterval(() => {
      for (const socket of sockets) socket.write(' ');
    }, 200);
    const asked = performance.now();
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number | null];
    clearInterval(slow);
    expect(performance.now() - asked).toBeLessThan(12_000);
    expect(code).toBe(0);
    expect(await intake.count('market WHERE lease_owner IS NOT NULL')).toBe(0);
    expect(
      await intake.count(`pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database
      WHERE datname = current_database())`),
    ).toBe(0);
    for (const socket of sockets) socket.destroy();
  });
});
