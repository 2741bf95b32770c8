import type { components } from '#clients/producer-registry.js';
import { get } from '../api/client.js';
import type { Producer, Producers } from './data.js';
import type { Contributor, Figures } from './statement-figures.js';

type Schemas = components['schemas'];
export type Product = Schemas['ProductView'];
export type Repetition = Schemas['RepetitionView'];
export type Declared = Schemas['Declared'];
export type RepetitionChanged = Schemas['RepetitionChanged'];

export interface StatementsOf {
  readonly products: readonly Product[];
  readonly repeating: readonly Repetition[];
}

/** What a seller may state, and what of it repeats. */
export async function loadStatements(seller: string): Promise<StatementsOf> {
  const [products, repeating] = await Promise.all([
    get<{ items: Product[] }>('/api/registry/products?limit=500'),
    get<{ items: Repetition[] }>(`/api/registry/stock-statements/repeating?seller=${seller}`),
  ]);
  return { products: products.items, repeating: repeating.items };
}

export interface Members {
  readonly items: readonly Contributor[];
  /** Cursor of the next page; absent on the last. */
  readonly next?: string | undefined;
}

const PAGE = 50;

/** Who has stock that this seller may state: a producer itself, of an aggregator its members that may sell. */
export async function loadMembers(
  { id, kind, name }: Pick<Producer, 'id' | 'kind' | 'name'>,
  cursor?: string,
): Promise<Members> {
  if (kind === 'producer') return { items: [{ producerId: id, name }] };
  const query = new URLSearchParams({ memberOf: id, limit: String(PAGE), ...(cursor === undefined ? {} : { cursor }) });
  const { items, next } = await get<Producers>(`/api/registry/producers?${query.toString()}`);
  const may = items.filter(({ status }) => status === 'draft' || status === 'verified');
  return { items: may.map((member) => ({ producerId: member.id, name: member.name })), next };
}

/** All that repeats of every contributor, as one change takes it: up to 2,000. */
export async function loadRepeated(id: string): Promise<readonly (Contributor & Figures)[]> {
  const page = await get<Schemas['RepeatedPage']>(
    `/api/registry/stock-statements/repeating/${id}/contributions?limit=2000`,
  );
  return page.items;
}
