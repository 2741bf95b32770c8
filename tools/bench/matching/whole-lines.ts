import { bind } from '#matching/bind.js';
import type { Market } from '#matching/format/market.js';
import { verify } from '#matching/verify/verify.js';
import { cpuMs, ms } from './figures.js';
import { mostByProgram } from './peers.js';

function halfWhole(market: Market): Market {
  const lines = market.lines.map((line, at) => (at % 2 === 0 ? { ...line, partial: false } : line));
  return { ...market, lines };
}

/** Half of the lines want all or nothing: what choosing them takes, beside the same market without. */
export function wholeLines(plain: Market): Record<string, unknown> {
  const market = halfWhole(plain);
  let cpu = process.cpuUsage();
  bind(plain);
  const plainMs = cpuMs(cpu);
  cpu = process.cpuUsage();
  const result = bind(market);
  const bindMs = cpuMs(cpu);
  cpu = process.cpuUsage();
  const { verified } = verify(market, result);
  return {
    bench: 'all or nothing',
    instance: `${String(plain.lots.length)}x${String(plain.lines.length)}`,
    quantity: result.totals.quantity,
    gapPercent: ms((result.proof.gap / result.proof.upperBound) * 100),
    bindCpuMs: ms(bindMs),
    plainCpuMs: ms(plainMs),
    ratio: ms(bindMs / plainMs),
    verifyCpuMs: ms(cpuMs(cpu)),
    verified,
    unproved: result.proof.unproved ?? [],
  };
}

/** What is sold of what an integer program finds to be the most, where half of the lines take all or nothing. */
export async function againstProgram(markets: readonly Market[]): Promise<Record<string, unknown>> {
  const shares: number[] = [];
  for (const plain of markets) {
    const market = halfWhole(plain);
    const most = await mostByProgram(market);
    shares.push(most === 0 ? 1 : bind(market).totals.quantity / most);
  }
  const [lots, lines] = [markets[0]?.lots.length ?? 0, markets[0]?.lines.length ?? 0];
  return {
    bench: 'against an integer program',
    instance: `${String(lots)}x${String(lines)}`,
    markets: markets.length,
    wholeLines: Math.ceil(lines / 2),
    meanPercent: ms((shares.reduce((sum, share) => sum + share, 0) / shares.length) * 100),
    leastPercent: ms(Math.min(...shares) * 100),
    optima: shares.filter((share) => share >= 1).length,
  };
}
