import { createHash, randomUUID } from 'node:crypto';
import { addDays } from '#kernel/local-date.js';
import { certificateNumber } from '../../tools/sample/assumed.js';
import { villagesOf } from '../../tools/sample/villages.js';
import { Client } from '../../tools/system/client.js';
import { waitUntilQuiet } from '../../tools/system/quiet.js';
import type { System } from '../../tools/system/system.js';

export const KG = 1_000;

export interface Order {
  readonly id: string;
  readonly partner: string;
  readonly status: string;
  readonly lines: readonly {
    readonly quantity: number;
    readonly promised: number;
    readonly allocated: number;
    readonly unfilled: readonly { readonly code: string; readonly quantity: number }[];
    readonly allocations: readonly { readonly id: string; readonly lot: string; readonly quantity: number }[];
  }[];
}

export interface Run {
  readonly id: string;
  readonly lots: readonly {
    readonly lotId: string;
    readonly surplus: number;
    readonly allocated: number;
    readonly unsold: readonly { readonly code: string; readonly quantity: number }[];
  }[];
}

interface Stock {
  /** Kilograms of each member of a cooperative that is founded for it. */
  readonly kilograms: readonly number[];
  readonly certificates?: readonly string[];
  readonly bestBefore?: string;
  /** Kilograms of the sacks that it is sold in; default: any quantity. */
  readonly sackKg?: number;
  /** False: its cooperative has to confirm each offer; default: it agreed beforehand. */
  readonly consents?: boolean;
  /** Last day of its certificates; default: years from now. */
  readonly certifiedUntil?: string;
  /** Kilograms of each contributor that are made beyond the surplus, and committed. */
  readonly committed?: { readonly toExport: number; readonly atHome: number; readonly held: number };
}

interface Terms {
  readonly quotaKg: number;
  readonly transitDays?: number;
  /** Kilograms of each day's surplus that are kept back for the partner until noon. */
  readonly reservedKg?: number;
  readonly commodity?: string;
  readonly unit?: 'GRAM' | 'PAIR' | 'PIECE';
  /** Stage to stop at; default: in force. */
  readonly until?: 'joint-agreement-signed';
  readonly lastDay?: string;
}

/**
 * A market of its own in a whole system: an origin regency with officers, producers and partners, everything said and
 * heard over HTTP. Each situation takes another regency, so none sees what another did.
 */
export class Market {
  readonly registry: Client;
  readonly agreements: Client;
  private readonly village: string;
  private readonly products = new Map<string, string>();
  private serial = 0;

  constructor(
    readonly system: System,
    readonly origin: string,
    /** Its today: the system's clock stands on it. */
    readonly day: string,
  ) {
    this.registry = new Client(system, 'registry-officer', origin);
    this.agreements = new Client(system, 'agreement-officer', origin);
    const [village] = villagesOf(origin);
    if (village === undefined) throw new Error(`${origin} has no village.`);
    this.village = village;
  }

  async product(commodity = 'sugar', unit: 'GRAM' | 'PAIR' | 'PIECE' = 'GRAM', sackKg?: number): Promise<string> {
    const known = this.products.get(commodity);
    if (known !== undefined) return known;
    const packaging = sackKg === undefined ? [] : [{ name: 'karung', size: sackKg * KG }];
    const body = { commodity, unit, name: commodity, packaging, soldInPackages: sackKg !== undefined, lawAsksFor: [] };
    const { id } = await this.registry.post<{ id: string }>('/api/registry/products', body);
    this.products.set(commodity, id);
    return id;
  }

  /** @returns the id of the lot that the stated stock became */
  async lot(stock: Stock, commodity = 'sugar', unit: 'GRAM' | 'PAIR' | 'PIECE' = 'GRAM'): Promise<string> {
    const factor = unit === 'GRAM' ? KG : 1;
    const seller = await this.producer('aggregator', { standingConsent: stock.consents ?? true });
    const members = await Promise.all(stock.kilograms.map(() => this.producer('producer')));
    await this.registry.post(`/api/registry/producers/${seller}/members`, { members });
    for (const kind of stock.certificates ?? []) await this.certify(seller, kind, stock.certifiedUntil);
    const { toExport = 0, atHome = 0, held = 0 } = stock.committed ?? {};
    const figures = (kilograms: number): object => ({
      produced: (kilograms + toExport + atHome + held) * factor,
      committedToExport: toExport * factor,
      committedAtHome: atHome * factor,
      held: held * factor,
    });
    const body = {
      sellerId: seller,
      productId: await this.product(commodity, unit, stock.sackKg),
      date: this.day,
      floorPrice: 16_500,
      bestBefore: stock.bestBefore ?? addDays(this.day, 700),
      contributions: stock.kilograms.map((kilograms, index) => ({
        producerId: members[index],
        ...figures(kilograms),
      })),
    };
    const { lots } = await this.registry.post<{ lots: { id: string }[] }>('/api/registry/stock-statements', body);
    await waitUntilQuiet(this.system);
    return lots[0]?.id ?? '';
  }

  async producer(kind: 'producer' | 'aggregator', more: object = {}): Promise<string> {
    this.serial += 1;
    const { id } = await this.registry.post<{ id: string }>('/api/registry/producers', {
      kind,
      ...(kind === 'aggregator' ? { form: 'cooperative', standingConsent: true } : {}),
      name: `Usaha ${String(this.serial)} (sintetis)`,
      village: this.village,
      umkmClass: 'micro',
      umkmRule: 'UU 20/2008',
      umkmAsOf: '2019-01-02',
      workers: { total: 2, women: 1, youth: 0 },
      healthInsured: false,
      ...more,
    });
    await this.registry.post('/api/registry/producers/verifications', { producers: [id] });
    return id;
  }

  private async certify(holder: string, kind: string, until = '2024-06-30'): Promise<void> {
    this.serial += 1;
    const number = certificateNumber(kind, this.serial, Number(until.slice(0, 4))).replace(
      '3302',
      this.origin.replace('.', ''),
    );
    const { id } = await this.registry.post<{ id: string }>(`/api/registry/producers/${holder}/certificates`, {
      kind,
      number,
      products: [],
      issued: addDays(this.day, -30),
      ...(kind === 'P-IRT' ? { until } : {}),
    });
    await this.registry.post(`/api/registry/certificates/${id}/verify`, {});
  }

  /** Takes an agreement through its stages. @returns its id */
  async agreement(partner: string, terms: Terms): Promise<string> {
    const { id } = await this.agreements.post<{ id: string }>('/api/agreements', {
      partner,
      title: `Kerja sama dengan ${partner} (contoh)`,
      regime: 'PP 28/2018 + Permendagri 22/2009',
      needsCouncil: false,
    });
    const post = (part: string, body: object): Promise<unknown> =>
      this.agreements.post(`/api/agreements/${id}/${part}`, body);
    for (const side of ['origin', 'partner']) {
      await post('signatories', { side, name: 'Kepala daerah', office: 'head-of-region' });
    }
    for (const kind of ['joint-agreement', 'pks']) await post('documents', { kind, sha256: sha256(`${id} ${kind}`) });
    const factor = (terms.unit ?? 'GRAM') === 'GRAM' ? KG : 1;
    await post('terms', {
      terms: [
        {
          destination: partner,
          commodity: terms.commodity ?? 'sugar',
          unit: terms.unit ?? 'GRAM',
          quota: terms.quotaKg * factor,
          period: 'day',
          minimumLot: 0,
          freight: 1_000,
          transitDays: terms.transitDays ?? 5,
          ...(terms.reservedKg === undefined ? {} : { reserved: terms.reservedKg * factor, releaseHour: 12 }),
          certificates: [],
        },
      ],
    });
    const stages = ['offer', 'joint-agreement-drafting', 'joint-agreement-signed'];
    for (const stage of stages) await post('stages', { stage });
    if (terms.until === undefined) {
      await post('stages', { stage: 'pks-drafting' });
      const period = { effectiveFrom: this.day, effectiveTo: terms.lastDay ?? addDays(this.day, 365) };
      await post('stages', { stage: 'pks-signed', ...period });
    }
    await waitUntilQuiet(this.system);
    return id;
  }

  /** One line of the partner's, 30 days ahead, that anything fits unless `line` says otherwise. */
  order(partner: string, line: object, how: { readonly key?: string; readonly base?: string } = {}): Promise<Order> {
    const body = {
      origin: this.origin,
      buyer: { name: `Pembeli ${partner} (contoh)` },
      lines: [{ commodity: 'sugar', unit: 'kg', needBy: addDays(this.day, 30), ...line }],
    };
    const committee = new Client(this.system, 'partner-intake', partner, how.base ?? this.system.url);
    return committee.post<Order>('/api/orders', body, how.key ?? randomUUID());
  }

  async again(order: { readonly id: string; readonly partner: string }): Promise<Order> {
    return new Client(this.system, 'partner-intake', order.partner).get<Order>(`/api/orders/${order.id}`);
  }

  async bind(): Promise<Run> {
    const { id } = await this.registry.post<{ id: string }>('/api/orders/runs', {});
    await waitUntilQuiet(this.system);
    return this.registry.get<Run>(`/api/orders/runs/${id}`);
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** What a one-line order came to, in kilograms, with the reasons of the rest. */
export function outcomeOf({ lines }: Order): [promised: number, ...reasons: [string, number][]] {
  const [line] = lines;
  if (!line) throw new Error('The order has no line.');
  const reasons = line.unfilled.map(({ code, quantity }): [string, number] => [code, quantity / KG]);
  return [line.promised / KG, ...reasons];
}
