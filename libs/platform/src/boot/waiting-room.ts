import { createServer, type Server, type ServerResponse, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from '#kernel/domain-error.js';
import { languageOf } from '../http/language.js';
import { problem } from '../http/problem.js';

export interface WaitingRoom {
  readonly host: string;
  readonly port: number;
  /** @returns why the service cannot start yet; undefined once it can. @throws when waiting does not help */
  readonly trouble: () => Promise<DomainError | undefined>;
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
  let shown = why;
  waits(shown.message);
  const server = createServer((request, response) => {
    answer(request, response, shown);
  });
  await listen(server, port, host);
  try {
    while (why !== undefined) {
      await sleep(lookMs);
      const now = await trouble();
      if (now !== undefined && now.message !== shown.message) waits(now.message);
      why = now;
      shown = now ?? shown;
    }
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

function answer({ url, headers }: IncomingMessage, response: ServerResponse, why: DomainError): void {
  if (url === '/livez') {
    response.setHeader('Content-Type', 'application/json; charset=utf-8').end('{"status":"ok"}');
    return;
  }
  const language = languageOf(headers);
  response
    .writeHead(503, {
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Content-Language': language,
      Vary: 'Accept-Language',
      'Retry-After': '2',
    })
    .end(JSON.stringify(problem(why, language)));
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}
