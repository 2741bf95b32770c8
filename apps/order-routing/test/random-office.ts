import { createHash } from 'node:crypto';
import { Bench, KG } from './market-bench.js';

const PARTNERS = ['82.71', '13.03', '73.71', '73'] as const;
const KINDS = ['P-IRT', 'HALAL', 'SNI'] as const;

/** An office with a few agreements, lots and orders of every sort, as a seed has it, after a run. */
export function randomOffice(seed: number): Bench {
  return new Office(seed).bench;
}

class Office {
  readonly bench = new Bench();
  private roll: number;

  constructor(seed: number) {
    this.roll = (seed + 1) * 7_919;
    if (this.one(2)) this.bench.law = { asksFor: ['P-IRT'], packs: 'retail', makers: 'micro' };
    const partners = PARTNERS.slice(0, 2 + this.below(3));
    for (const partner of partners) this.agreement(partner);
    const sack = this.one(4) ? 25 : 1;
    for (let at = 2 + this.below(4); at > 0; at -= 1) this.lot(`L${String(at)}`, sack);
    for (let at = 3 + this.below(5); at > 0; at -= 1) {
      this.order(this.one(12) ? '91.71' : (partners[this.below(partners.length)] ?? '13.03'), sack);
    }
    this.bench.run();
  }

  private agreement(partner: string): void {
    const stage = this.one(8) ? 'joint-agreement-signed' : this.one(10) ? 'suspended' : 'in-force';
    this.bench.agreement(partner, 50 * (1 + this.below(8)), {
      stage,
      freight: 500 * this.below(6),
      transitDays: 1 + this.below(6),
      ...(this.one(6) ? { share: { kg: 25 * this.below(4), until: 12 } } : {}),
      ...(this.one(5) ? { band: { minimum: 14_000, maximum: 17_000 } } : {}),
      row: {
        certificates: this.one(5) ? ['HALAL'] : [],
        ...(this.one(6) ? { minimumLot: 50 * KG } : {}),
      },
    });
  }

  private lot(id: string, sack: number): void {
    const kg = 50 * (1 + this.below(8));
    const halves = [`${id}-1`, `${id}-2`].map((producerId) => ({ producerId, quantity: (kg * KG) / 2 }));
    const hash = createHash('sha256');
    for (const { producerId, quantity } of halves) hash.update(`${producerId} ${String(quantity)}\n`);
    this.bench.apply({
      kind: 'surplus-declared',
      payload: {
        ...{ lotId: id, sellerId: `coop-${id}`, pooled: true, product: 'P1', commodity: 'sugar', unit: 'GRAM' },
        ...(sack === 1 ? {} : { sack: sack * KG }),
        ...{ quantity: kg * KG, producedOn: '2019-03-04', floorPrice: 14_000 + 1_000 * this.below(5) },
        bestBefore: this.one(3) ? '2019-07-15' : '2021-03-03',
        certificates: KINDS.filter((kind) => this.one(kind === 'P-IRT' ? 2 : 3)).map((kind) => ({ kind })),
        ...(this.bench.law ? { law: this.bench.law } : {}),
        ...{ standingConsent: true, chunk: 1, chunks: 1, contributionsCount: 2 },
        contributionsHash: hash.digest('hex'),
        contributions: halves,
      },
    });
  }

  private order(partner: string, sack: number): void {
    const kg = sack === 1 ? 20 + this.below(280) : sack * (1 + this.below(10));
    this.bench.order(partner, kg, {
      maxLandedPrice: this.one(2) ? null : 15_000 + 500 * this.below(12),
      certificates: KINDS.filter(() => this.one(5)),
      needBy: this.one(8) ? '2019-03-06' : '2019-04-03',
      minLifeDays: this.one(2) ? 0 : 90,
      ...(this.one(8) ? { partial: false } : {}),
      ...(this.one(8) ? { minimum: Math.floor(kg / 2) * KG } : {}),
    });
  }

  private one(inHowMany: number): boolean {
    return this.below(inHowMany) === 0;
  }

  private below(bound: number): number {
    this.roll = (Math.imul(this.roll, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((this.roll / 4_294_967_296) * bound);
  }
}
