import type { Registry } from './registry.js';

/** A producer, valid by default. */
export function aProducer(changes: object = {}): Record<string, unknown> {
  return {
    kind: 'producer',
    name: 'Ibu Contoh',
    village: '33.02.16.2007',
    umkmClass: 'micro',
    umkmRule: 'UU 20/2008',
    umkmAsOf: '2019-01-02',
    workers: { total: 2, women: 1, youth: 0 },
    healthInsured: false,
    ...changes,
  };
}

export function anAggregator(changes: object = {}): Record<string, unknown> {
  return aProducer({
    kind: 'aggregator',
    form: 'cooperative',
    name: 'Koperasi Contoh',
    standingConsent: true,
    ...changes,
  });
}

let certificates = 0;

/** A P-IRT of a number of its own, valid by default. */
export function aCertificate(changes: object = {}): Record<string, unknown> {
  certificates += 1;
  return {
    kind: 'P-IRT',
    number: `P-IRT 2063302${String(certificates).padStart(6, '0')}-23`,
    products: [],
    issued: '2018-06-01',
    until: '2023-05-31',
    ...changes,
  };
}

export function aProduct(changes: object = {}): Record<string, unknown> {
  return {
    commodity: 'granulated-coconut-sugar',
    unit: 'GRAM',
    name: 'Gula semut',
    shelfLifeDays: 730,
    packaging: [{ name: 'karung', size: 25_000 }],
    lawAsksFor: ['P-IRT'],
    ...changes,
  };
}

export function figures(surplus: number): Record<string, number> {
  return { produced: surplus + 700, committedToExport: 400, committedAtHome: 200, held: 100 };
}

/** Registers and verifies; gives the id. */
export async function register(registry: Registry, body: object = aProducer(), verified = true): Promise<string> {
  const { body: answer } = await registry.post('/producers', body);
  if (verified) await registry.post(`/producers/${answer.id as string}/verify`);
  return answer.id as string;
}

export async function certify(registry: Registry, producer: string, certificate = aCertificate()): Promise<string> {
  const { body } = await registry.post(`/producers/${producer}/certificates`, certificate);
  await registry.post(`/certificates/${body.id as string}/verify`);
  return body.id as string;
}

/** An aggregator with members, and the region's product. */
export async function aCooperative(registry: Registry, members: number) {
  const cooperative = await register(registry, anAggregator());
  const ids: string[] = [];
  for (let index = 0; index < members; index += 1) ids.push(await register(registry));
  await registry.post(`/producers/${cooperative}/members`, { members: ids });
  const { body } = await registry.post('/products', aProduct({ name: `Gula ${cooperative}` }));
  return { cooperative, members: ids, product: body.id as string };
}
