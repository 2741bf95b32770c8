import { addDays } from '#kernel/local-date.js';
import type { CertificateKind } from '#kernel/states.js';
import { CERTIFICATE_KINDS } from '#kernel/states.js';
import type { Line } from '../src/domain/ledger/line.js';
import type { AnyReason } from '../src/domain/ledger/reason.js';
import type { MarketState } from '../src/domain/ledger/market-state.js';
import type { Supposed } from '../src/domain/what-if/supposed.js';

/** A reason that a line or a lot was told. */
export interface Told {
  readonly reason: AnyReason;
  readonly line?: string;
  readonly lot?: string;
}

/** What somebody does about a reason; undefined: nobody can, through any interface. */
export function carryOut(state: MarketState, told: Told): Supposed | undefined {
  const { reason } = told;
  const { code, binding } = reason;
  const relaxBy = 'relaxBy' in reason ? (reason.relaxBy ?? 0) : 0;
  switch (code) {
    case 'REGION_NOT_COVERED':
      return {
        newTerms: binding.map((destination) => ({
          ...{ destination, commodity: 'sugar', unit: 'GRAM', period: 'day', minimumLot: 0, freight: 0 },
          ...{ transitDays: 0, certificates: [] },
        })),
      };
    case 'AGREEMENT_NOT_IN_FORCE':
    case 'AGREEMENT_SUSPENDED': {
      const agreements = new Set(binding.map((row) => state.term(row).agreementId));
      return { agreements: [...agreements].map((agreement) => ({ agreement, stage: 'in-force' })) };
    }
    case 'QUOTA_EXHAUSTED':
    case 'PARTNER_SHARE_RESERVED':
      return beyondQuota(state, binding, relaxBy);
    case 'NO_SURPLUS':
      return surplus(relaxBy);
    case 'BELOW_MINIMUM_LOT':
      return {
        lines: linesIn(state, binding).map((line) => ({ line, minimum: 0, partial: true })),
        terms: rowsIn(state, binding).map((term) => ({ term, minimumLot: 0 })),
      };
    case 'NO_DEMAND':
      return { ...buyer(relaxBy) };
    default:
      return told.line === undefined ? ofLot(state, told, relaxBy) : ofLine(state, told, relaxBy);
  }
}

function rowsIn(state: MarketState, binding: readonly string[]): string[] {
  return binding.filter((name) => state.terms.has(name));
}

function linesIn(state: MarketState, binding: readonly string[]): string[] {
  return binding.filter((name) => state.lines.has(name));
}

function beyondQuota(state: MarketState, binding: readonly string[], relaxBy: number): Supposed {
  const rows = rowsIn(state, binding);
  const terms = rows.map((term) => {
    const { quota, reserved } = state.term(term);
    return { term, quota: quota + (rows[0] === term ? relaxBy : 0), ...(reserved > 0 ? { reserved: 0 } : {}) };
  });
  const lacksGoods = binding.some((name) => name.startsWith('surplus:'));
  return { terms, ...(lacksGoods ? surplus(relaxBy) : {}) };
}

/** Goods that suit every line. */
function surplus(grams: number): Supposed {
  const certificates = ['P-IRT', 'HALAL', 'SNI'] as const;
  return { surplus: [{ commodity: 'sugar', quantity: grams, unit: 'g', floorPrice: 14_000, certificates }] };
}

/** Somebody who takes whatever nobody wants. */
function buyer(grams: number): Supposed {
  const needBy = '2019-04-03';
  return {
    newTerms: [
      {
        ...{ destination: '51.71', commodity: 'sugar', unit: 'GRAM', period: 'day', minimumLot: 0, freight: 0 },
        ...{ transitDays: 0, certificates: [] },
      },
    ],
    demand: [
      {
        ...{ partner: '51.71', commodity: 'sugar', quantity: grams, unit: 'g', maxLandedPrice: null, certificates: [] },
        ...{ needBy, minLifeDays: 0, partial: true, use: 'raw-material' },
      },
    ],
  };
}

function ofLine(state: MarketState, { reason, line: id = '' }: Told, relaxBy: number): Supposed | undefined {
  const line = state.line(id);
  switch (reason.code) {
    case 'CERTIFICATE_MISSING':
    case 'CERTIFICATE_EXPIRES_BEFORE_ARRIVAL': {
      const others = new Set([...state.terms.values()].flatMap(({ certificates }) => certificates));
      if (state.lots.values().next().value?.law) others.add('P-IRT');
      const waived = reason.binding.every((kind) => line.certificates.includes(kind) && !others.has(kind));
      if (!waived) return { certificates: reason.binding.filter(isKind).map((kind) => ({ kind })) };
      return {
        lines: [{ line: id, certificates: line.certificates.filter((kind) => !reason.binding.includes(kind)) }],
      };
    }
    case 'SHELF_LIFE_TOO_SHORT':
      return { lines: [{ line: id, minLifeDays: Math.max(0, line.minLifeDays - relaxBy) }] };
    case 'NEEDED_TOO_SOON':
      return { lines: [{ line: id, needBy: addDays(line.needBy, relaxBy) }] };
    case 'PRICE_ABOVE_CEILING':
      return dearer(state, reason.binding, relaxBy);
    default:
      return undefined;
  }
}

/** Ceilings of lines and of rows that let goods through which cost so much more. */
function dearer(state: MarketState, binding: readonly string[], relaxBy: number): Supposed {
  const lines = linesIn(state, binding).map((line) => {
    const { maxLandedPrice } = state.line(line);
    return { line, maxLandedPrice: maxLandedPrice === null ? null : maxLandedPrice + relaxBy };
  });
  const terms = rowsIn(state, binding).map((term) => {
    const { minimumPrice, maximumPrice } = state.term(term);
    return { term, priceBand: { minimum: minimumPrice ?? 0, maximum: (maximumPrice ?? 0) + relaxBy } };
  });
  return { lines, terms };
}

function ofLot(state: MarketState, { reason, lot: id = '' }: Told, relaxBy: number): Supposed | undefined {
  const lot = state.lot(id);
  switch (reason.code) {
    case 'CERTIFICATE_MISSING':
    case 'CERTIFICATE_EXPIRES_BEFORE_ARRIVAL':
      return { certificates: reason.binding.filter(isKind).map((kind) => ({ kind, lots: [id] })) };
    case 'SHELF_LIFE_TOO_SHORT':
      return lot.bestBefore === null
        ? undefined
        : { lots: [{ lot: id, bestBefore: addDays(lot.bestBefore, relaxBy) }] };
    case 'NEEDED_TOO_SOON':
      return { lines: hurried(state).map(({ id: line, needBy }) => ({ line, needBy: addDays(needBy, relaxBy) })) };
    case 'PRICE_ABOVE_CEILING':
      return { lots: [{ lot: id, floorPrice: lot.floorPrice - relaxBy }] };
    default:
      return undefined;
  }
}

/** Open lines that want their goods within a week. */
function hurried({ lines }: MarketState): Line[] {
  return [...lines.values()].filter(({ status, needBy }) => status === 'open' && needBy < '2019-03-11');
}

function isKind(kind: string): kind is CertificateKind {
  return CERTIFICATE_KINDS.some((each) => each === kind);
}
