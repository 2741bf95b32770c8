import type { Client } from '../system/client.js';
import type { Progress } from './progress.js';
import type { GroupPlan, SampleInput } from './sample-input.js';

/** Ids in one request, well under the body's limit. */
const IDS_A_REQUEST = 4_000;

/** Registers cooperatives with their certificates and members, and states their stock of the day. */
export async function loadGroups(
  registry: Client,
  sample: SampleInput,
  ids: ReadonlyMap<string, string>,
  progress: Progress,
): Promise<void> {
  const products = await loadProducts(registry, sample);
  for (const [index, group] of sample.groups.entries()) {
    progress(index, sample.groups.length, 'Cooperatives and their stock');
    const members = group.members.map(({ reference }) => idOf(ids, reference));
    const aggregator = await loadAggregator(registry, sample, group, members);
    const head = {
      sellerId: aggregator,
      productId: idOf(products, group.commodity),
      date: sample.day,
      floorPrice: group.floorPrice,
      ...(group.bestBefore === undefined ? {} : { bestBefore: group.bestBefore }),
    };
    const lines = group.members.map((member) => ({
      producerId: idOf(ids, member.reference),
      produced: member.produced,
      committedToExport: member.committedToExport,
      committedAtHome: member.committedAtHome,
      held: member.held,
    }));
    await registry.postParts(
      '/api/registry/stock-statements',
      [head, ...lines],
      `${sample.name}-${group.reference}-stock-${sample.day}`,
    );
  }
  progress(sample.groups.length, sample.groups.length, 'Cooperatives and their stock');
}

async function loadProducts(registry: Client, sample: SampleInput): Promise<Map<string, string>> {
  const products = new Map<string, string>();
  for (const product of sample.products) {
    const { id } = await registry.post<{ id: string }>(
      '/api/registry/products',
      product,
      `${sample.name}-product-${product.commodity}`,
    );
    products.set(product.commodity, id);
  }
  return products;
}

async function loadAggregator(
  registry: Client,
  sample: SampleInput,
  group: GroupPlan,
  members: readonly string[],
): Promise<string> {
  const key = `${sample.name}-${group.reference}`;
  const { id } = await registry.post<{ id: string }>(
    '/api/registry/producers',
    {
      kind: 'aggregator',
      form: group.form,
      reference: group.reference,
      name: group.name,
      village: group.village,
      umkmClass: 'small',
      ...sample.umkm,
      workers: { total: 10, women: 5, youth: 3 },
      healthInsured: true,
      standingConsent: true,
    },
    key,
  );
  for (const [number, part] of partsOf([id, ...members]).entries()) {
    const body = { producers: part };
    await registry.post('/api/registry/producers/verifications', body, `${key}-verify-${String(number)}`);
  }
  for (const [number, part] of partsOf(members).entries()) {
    const body = { members: part };
    await registry.post(`/api/registry/producers/${id}/members`, body, `${key}-members-${String(number)}`);
  }
  await loadCertificates(registry, key, id, group);
  return id;
}

async function loadCertificates(registry: Client, key: string, holder: string, group: GroupPlan): Promise<void> {
  for (const certificate of group.certificates) {
    const { id } = await registry.post<{ id: string }>(
      `/api/registry/producers/${holder}/certificates`,
      { ...certificate, products: [group.commodity] },
      `${key}-${certificate.kind}`,
    );
    await registry.post(`/api/registry/certificates/${id}/verify`, undefined, `${key}-${certificate.kind}-verify`);
  }
}

function partsOf(ids: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (let from = 0; from < ids.length; from += IDS_A_REQUEST) parts.push(ids.slice(from, from + IDS_A_REQUEST));
  return parts;
}

function idOf(ids: ReadonlyMap<string, string>, reference: string): string {
  const id = ids.get(reference);
  if (id === undefined) throw new Error(`${reference} was not registered`);
  return id;
}
