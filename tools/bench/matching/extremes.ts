import { bind } from '#matching/bind.js';
import { RunLimitReached } from '#matching/format/faults.js';
import type { Market, Policy } from '#matching/format/market.js';
import { verify } from '#matching/verify/verify.js';

const MANY = 1_000_000;
const EACH = 100;
const LIMIT_MS = 60_000;

/** What one market came to: figures, or that it was given up at the limit. */
export function extreme(name: string, market: Market): Record<string, unknown> {
  const now = (): number => performance.now();
  const base = { bench: 'extreme', instance: name, lots: market.lots.length, lines: market.lines.length };
  const began = now();
  try {
    const result = bind(market, { now, limitMs: LIMIT_MS });
    const bindMs = Math.round(now() - began);
    const { verified } = verify(market, result);
    const verifyMs = Math.round(now() - began - bindMs);
    return {
      ...base,
      quantity: result.totals.quantity,
      bindMs,
      fairMs: Math.round(result.timings.fairMs),
      verifyMs,
      verified,
    };
  } catch (error) {
    if (error instanceof RunLimitReached) return { ...base, stoppedAtMs: LIMIT_MS };
    throw error;
  }
}

/** A million lots that nothing tells apart, half of which one line takes. */
export function equalLots(policy: Policy): Market {
  return { ...header(policy), lots: ids().map((id) => lot(id, EACH)), lines: [line('all', (MANY * EACH) / 2)] };
}

/** One lot that a million lines want, half of which it serves. */
export function oneLot(policy: Policy): Market {
  return { ...header(policy), lots: [lot('all', (MANY * EACH) / 2)], lines: ids().map((id) => line(id, EACH)) };
}

const ids = (): string[] => Array.from({ length: MANY }, (_, n) => String(n).padStart(7, '0'));

function header(policy: Policy): Pick<Market, 'asOf' | 'priceScale' | 'policy' | 'terms'> {
  const term = {
    ...{ id: 'T', agreement: 'A', origin: '33.02', destination: '82.71', products: ['sugar'] },
    ...{
      from: '2026-01-01',
      to: '2028-01-01',
      quota: 2 * MANY * EACH,
      freight: 2000,
      transitDays: 3,
      certificates: [],
    },
  };
  return { asOf: '2026-11-24', priceScale: 1000, policy, terms: [term] };
}

function lot(id: string, quantity: number): Market['lots'][number] {
  return {
    ...{ id, producer: id, origin: '33.02', product: 'sugar', quantity, price: 16_500 },
    ...{ availableFrom: '2026-11-24', bestBefore: '2028-11-24', certificates: ['P-IRT'] },
  };
}

function line(id: string, quantity: number): Market['lines'][number] {
  return {
    ...{ id, order: id, destination: '82.71', product: 'sugar', quantity, maxLandedPrice: null },
    ...{ certificates: ['P-IRT'], needBy: '2026-12-20', minLifeDays: 180, promised: 0 },
  };
}
