import { createHash } from 'node:crypto';
import type { LegalFacts } from '#kernel/certificate-rules.js';
import { ChangeSet } from '../src/domain/ledger/change-set.js';
import type { Input } from '../src/domain/decisions/index.js';
import type { PlacedLine } from '../src/domain/decisions/place-order.js';
import { Market } from '../src/domain/market.js';
import type { Line } from '../src/domain/ledger/line.js';
import type { TermsRow } from '../src/domain/ledger/term.js';
import { MarketState } from '../src/domain/ledger/market-state.js';

/** 09:00 WIB of the sample's day. */
const MORNING = new Date('2019-03-04T02:00:00Z');
export const KG = 1_000;

/** A market of Banyumas at work; every helper is one input, valid by default. */
export class Bench {
  readonly market = new Market(new MarketState('33.02'));
  at = MORNING;
  changes = new ChangeSet();
  /** What the law is told of lots that come; absent: nothing. */
  law: LegalFacts | undefined;
  /** Whose part of lots that come waits until they are verified. */
  heldFor: readonly string[] = [];
  private orders = 0;

  apply(input: Input): void {
    this.changes = new ChangeSet();
    this.market.apply(input, this.at, this.changes);
  }

  agreement(
    partner: string,
    kg: number,
    options: {
      stage?: string;
      freight?: number;
      transitDays?: number;
      to?: string;
      share?: { kg: number; until: number };
      band?: { minimum: number; maximum: number };
      row?: Partial<TermsRow>;
    } = {},
  ): this {
    const termId = `T-${partner}`;
    this.apply({
      kind: 'agreement-terms-changed',
      payload: {
        id: termId,
        agreementId: `A-${partner}`,
        partner,
        destination: partner,
        edition: 1,
        commodity: 'sugar',
        unit: 'GRAM',
        quota: kg * KG,
        period: 'day',
        minimumLot: 0,
        ...(options.share ? { reserved: options.share.kg * KG, releaseHour: options.share.until } : {}),
        ...(options.band ? { minimumPrice: options.band.minimum, maximumPrice: options.band.maximum } : {}),
        freight: options.freight ?? 2_000,
        transitDays: options.transitDays ?? 5,
        certificates: [],
        removed: false,
        ...options.row,
      },
    });
    const stage = options.stage ?? 'in-force';
    const signed = stage !== 'joint-agreement-signed';
    this.stage(partner, stage, signed ? '2019-02-28T17:00:00Z' : null, options.to ?? null);
    return this;
  }

  stage(partner: string, stage: string, from: string | null = '2019-02-28T17:00:00Z', to: string | null = null): void {
    this.apply({
      kind: 'agreement-stage-changed',
      payload: { agreementId: `A-${partner}`, partner, stage, edition: 1, effectiveFrom: from, effectiveTo: to },
    });
  }

  lot(
    id: string,
    kg: number,
    certificates: string[],
    bestBefore = '2021-03-03',
    standingConsent = true,
    sackKg?: number,
  ): this {
    const contributions = [
      { producerId: `${id}-1`, quantity: (kg * KG) / 2 },
      { producerId: `${id}-2`, quantity: (kg * KG) / 2 },
    ];
    const hash = createHash('sha256');
    for (const part of contributions) hash.update(`${part.producerId} ${String(part.quantity)}\n`);
    this.apply({
      kind: 'surplus-declared',
      payload: {
        lotId: id,
        sellerId: `coop-${id}`,
        pooled: true,
        product: 'P1',
        commodity: 'sugar',
        unit: 'GRAM',
        ...(sackKg === undefined ? {} : { sack: sackKg * KG }),
        quantity: kg * KG,
        producedOn: '2019-03-04',
        bestBefore,
        floorPrice: 16_500,
        certificates: certificates.map((kind) => ({ kind })),
        ...(this.law ? { law: this.law } : {}),
        ...(this.heldFor.length > 0 ? { heldFor: this.heldFor } : {}),
        standingConsent,
        chunk: 1,
        chunks: 1,
        contributionsCount: 2,
        contributionsHash: hash.digest('hex'),
        contributions,
      },
    });
    return this;
  }

  order(partner: string, kg: number, wish: Partial<PlacedLine> = {}): Line {
    this.orders += 1;
    const orderId = `O${String(this.orders)}`;
    const lineId = `${orderId}-1`;
    this.apply({
      kind: 'order-placed',
      payload: {
        orderId,
        partner,
        placedBy: 'test',
        buyer: { name: 'Buyer' },
        reference: null,
        lines: [
          {
            lineId,
            deliverTo: partner,
            commodity: 'sugar',
            unit: 'GRAM',
            quantity: kg * KG,
            maxLandedPrice: 25_000,
            certificates: [],
            needBy: '2019-04-03',
            minLifeDays: 120,
            minimum: 0,
            partial: true,
            ...wish,
          },
        ],
      },
    });
    return this.line(lineId);
  }

  line(id: string): Line {
    const line = this.market.state.lines.get(id);
    if (!line) throw new Error(`no line ${id}`);
    return line;
  }

  time(
    kind:
      | 'day-begins'
      | 'share-released'
      | 'confirm-by'
      | 'cut-off'
      | 'agreement-ends'
      | 'lot-expires'
      | 'need-by-passed'
      | 'bind-by',
    subject: string,
    at: string,
  ): void {
    this.at = new Date(at);
    this.apply({ kind: 'time', payload: { kind, subject } });
  }

  run(): void {
    this.apply({ kind: 'run-requested', payload: { runId: `R${String(this.market.state.journal)}` } });
  }
}
