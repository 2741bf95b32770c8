import { createServer, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { problem } from '../http/problem.js';

export interface WaitingRoom {
  readonly host: string;
  readonly port: number;
  /** @returns why the service cannot start yet; undefined once it can. @throws when waiting does not help */
  readonly trouble: () => Promise<string | undefined>;
  /** Told each new reason once. */
  readonly waits: (why: string) => void;
  readonly lookMs?: number;
}

/**
 * Keeps a service out of its work until its database is ready for it: nothing is read, relayed or decided before. Meanwhile
 * its port answers: it lives, it is not ready, and it says why.
 */
export async function waitUntilReady({ host, port, trouble, waits, lookMs = 1_000 }: WaitingRoom): Promise<void> {
  let why = await trouble();
  if (why === undefined) return;
  waits(why);
  const server = createServer(({ url }, response) => {
    answer(response, url ?? '', why ?? '');
  });
  await listen(server, port, host);
  try {
    while (why !== undefined) {
      await sleep(lookMs);
      const now = await trouble();
      if (now !== undefined && now !== why) waits(now);
      why = now;
    }
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

function answer(response: ServerResponse, path: string, why: string): void {
  if (path === '/livez') {
    response.setHeader('Content-Type', 'application/json; charset=utf-8').end('{"status":"ok"}');
    return;
  }
  response
    .writeHead(503, { 'Content-Type': 'application/problem+json; charset=utf-8', 'Retry-After': '2' })
    .end(JSON.stringify(problem(503, why)));
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}
