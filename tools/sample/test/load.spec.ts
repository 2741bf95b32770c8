import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startAgreements } from '../../../apps/partnership-agreements/test/agreements.js';
import { startRegistry } from '../../../apps/producer-registry/test/registry.js';
import type { TestService } from '#platform/testing/service.js';
import { loadSample, sampleInput } from '../index.js';

let registry: TestService;
let agreements: TestService;
beforeAll(async () => {
  registry = await startRegistry();
  agreements = await startAgreements();
});
afterAll(async () => {
  await registry.stop();
  await agreements.stop();
});

const sample = sampleInput('in-force', { size: 'small', goods: 'all' });

async function counts() {
  const of = (service: TestService, tables: string[]) => Promise.all(tables.map((table) => service.count(table)));
  return [
    ...(await of(registry, ['producer', 'member', 'certificate', 'product', 'statement', 'lot', 'outbox'])),
    ...(await of(agreements, ['agreement', 'document', 'signatory', 'term', 'stage_reached', 'outbox'])),
  ];
}

/** Forwards everything, and cuts every third answer: the call has happened and nobody knows. */
async function cutting(url: string): Promise<{ url: string; server: Server; cut: () => number }> {
  let calls = 0;
  let cut = 0;
  const server = createServer((incoming, outgoing) => {
    calls += 1;
    const lose = calls % 3 === 0;
    const options = { method: incoming.method, headers: incoming.headers };
    incoming.pipe(
      httpRequest(`${url}${incoming.url ?? ''}`, options, (answer) => {
        if (lose) {
          answer.resume().on('end', () => {
            cut += 1;
            outgoing.destroy();
          });
          return;
        }
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, server, cut: () => cut };
}

it('loads everything once over a link that loses every third answer, and a second load changes nothing', async () => {
  const [toRegistry, toAgreements] = await Promise.all([cutting(registry.url), cutting(agreements.url)]);
  const token = (role: Parameters<typeof registry.issuer.token>[0][number], region: string) =>
    (role === 'agreement-officer' ? agreements : registry).issuer.token([role], region);
  try {
    await loadSample({ registryUrl: toRegistry.url, agreementsUrl: toAgreements.url, token }, sample);
  } finally {
    for (const { server } of [toRegistry, toAgreements]) server.close();
  }
  expect(toRegistry.cut()).toBeGreaterThan(5);
  expect(toAgreements.cut()).toBeGreaterThan(5);
  const loaded = await counts();
  expect(loaded.slice(0, 6)).toEqual([300 + 362 + 6, 662, 4, 4, 6, 6]);
  const lots = (await registry.get('/lots')).body.items;
  expect(lots.map(({ quantity }: { quantity: number }) => quantity)).toEqual([
    6_000_000, 7_000_000, 2_000_000, 300, 600_000, 120,
  ]);
  expect(lots.every(({ verified, standingConsent }: any) => verified && standingConsent)).toBe(true);
  const files = (await agreements.get('')).body.items;
  expect(files.map(({ partner, stage }: any) => [partner, stage])).toEqual([
    ['82.71', 'in-force'],
    ['13.03', 'in-force'],
    ['73', 'in-force'],
  ]);
  await loadSample({ registryUrl: registry.url, agreementsUrl: agreements.url, token }, sample);
  expect(await counts()).toEqual(loaded);
});
