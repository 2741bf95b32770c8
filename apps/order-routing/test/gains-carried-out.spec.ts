import { describe, expect, it } from 'vitest';
import { ServingRows } from '../src/domain/engine/serving-rows.js';
import { whatIf } from '../src/domain/what-if/what-if.js';
import type { Bench } from './market-bench.js';
import { carryOut, type Told } from './carry-out.js';
import { randomOffice } from './random-office.js';

/** `npm run test:full` tries nine times as many. */
const OFFICES = 24 * Number(process.env['SERAP_MARKETS_TIMES'] ?? 1) ** 2;

function reasonsOf({ market, changes }: Bench): Told[] {
  const ofLines = [...market.state.lines.values()].flatMap(({ id, unfilled }) =>
    unfilled.map((reason) => ({ reason, line: id })),
  );
  const ofLots = changes.runs.flatMap(({ lots }) =>
    lots.flatMap(({ lotId, unsold }) => unsold.map((reason) => ({ reason, lot: lotId }))),
  );
  return [...ofLines, ...ofLots].filter(({ reason }) => reason.kind !== 'state');
}

/** Base units more that the market sells, or that the line gets to which it was told, when it is done. */
function moreSold(seed: number, told: Told): readonly number[] {
  const { market, at } = randomOffice(seed);
  const supposed = carryOut(market.state, told);
  if (supposed === undefined) throw new Error(`Nobody can do anything about ${told.reason.code}.`);
  const { commodities, lines } = whatIf(market.state, at, supposed);
  const own = lines.items.filter(({ line }) => line === told.line).map(({ today, then }) => then - today);
  const all = commodities.reduce((sum, { today, then }) => sum + then.sold - today.sold, 0);
  return told.line === undefined ? [all] : [all, own[0] ?? 0];
}

/** What there is in the market, or in the deed, by which more or less may be sold than the engine told. */
function causes({ market: { state }, at }: Bench, { reason, line }: Told): string[] {
  const [lines, terms] = [[...state.lines.values()], [...state.terms.values()]];
  const rows = new ServingRows(state, at);
  const found = {
    'a line draws on a further row': lines.some((one) => rows.of(one).length > 1),
    'lines are promised in the order in which they came, and one takes no less than its least': lines.some(
      (one) => one.minimum > 0 || !one.partial || rows.closestMinimum(one) > 0,
    ),
    'a share that its partner has drawn on leaves more to others': terms.some(({ reserved }) => reserved > 0),
    'certified goods are wanted by other lines too': line !== undefined && reason.code.startsWith('CERTIFICATE'),
    'what gives way for one line gives way for others too':
      reason.code === 'NEEDED_TOO_SOON' || (line !== undefined && reason.binding.some((name) => state.terms.has(name))),
    'new goods are wanted by other lines too': reason.binding.some((name) => name.startsWith('surplus:')),
  };
  return Object.entries(found).flatMap(([cause, isThere]) => (isThere ? [cause] : []));
}

describe('a gain that is told', () => {
  it('comes true, to the unit, when somebody does what it says', () => {
    let right = 0;
    const others: { readonly told: string; readonly causes: readonly string[] }[] = [];
    for (let seed = 0; seed < OFFICES; seed += 1) {
      const office = randomOffice(seed);
      for (const told of reasonsOf(office)) {
        const { code, gain, binding } = told.reason;
        const more = moreSold(seed, told);
        if (more.includes(gain)) {
          right += 1;
          continue;
        }
        const name = `office ${String(seed)}, ${told.line ?? told.lot ?? ''}: ${code} (${binding.join(', ')})`;
        const figures = `${String(gain)} told, ${String(more[0])} sold`;
        others.push({ told: `${name}: ${figures}`, causes: causes(office, told) });
      }
    }
    const list = others.map(({ told, causes: why }) => `${told}: ${why.join('; ') || 'NO CAUSE'}`);
    console.info(
      `${String(right)} of ${String(right + others.length)} gains came true. The others:\n${list.join('\n')}`,
    );
    expect(others.filter(({ causes: why }) => why.length === 0)).toEqual([]);
    expect(right / (right + others.length)).toBeGreaterThanOrEqual(0.95);
  });
});
