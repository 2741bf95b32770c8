import { describe, expect, it } from 'vitest';
import { Bench, KG } from '../../test/market-bench.js';
import type { Line } from './ledger/line.js';

const codes = (line: Line): unknown[] => line.unfilled.map(({ code, binding }) => [code, binding]);

/** Papua as one province until 25 July 2022, by an agreement that was signed on a day. */
function papua(bench: Bench, signedOn: string | undefined, from = '2019-02-28T17:00:00Z'): Bench {
  bench.agreement('91', 1_000);
  bench.apply({
    kind: 'agreement-stage-changed',
    payload: {
      ...{ agreementId: 'A-91', partner: '91', stage: 'in-force', edition: 1, effectiveFrom: from, effectiveTo: null },
      ...(signedOn === undefined ? {} : { signedOn }),
    },
  });
  return bench.lot('A', 1_000, []);
}

describe('a row covers what its region meant on the day of signing', () => {
  it.each(['91', '91.03', '93', '93.01', '95.08.01'])('Papua of 2019 goes to %s', (deliverTo) => {
    const bench = papua(new Bench(), '2019-02-25');
    const line = bench.order('91', 300, { deliverTo });
    bench.run();
    expect([line.promised, line.allocated]).toEqual([300 * KG, 300 * KG]);
  });

  it.each(['92.02', '96.71'])('and not to %s, which is told by the code of today', (deliverTo) => {
    const line = papua(new Bench(), '2019-02-25').order('91', 300, { deliverTo });
    expect([line.promised, codes(line)]).toEqual([0, [['REGION_NOT_COVERED', [deliverTo]]]]);
  });

  it.each([
    ['93.01', 0],
    ['91.03', 300 * KG],
  ])('Papua of after its split goes to %s: %d g', (deliverTo, promised) => {
    const line = papua(new Bench(), '2022-07-25').order('91', 300, { deliverTo });
    expect(line.promised).toBe(promised);
  });

  it('by its first day, where nobody said when it was signed', () => {
    const line = papua(new Bench(), undefined).order('91', 300, { deliverTo: '93.01' });
    expect(line.promised).toBe(300 * KG);
  });

  it('and the row of the province of today is the narrower one', () => {
    const bench = papua(new Bench(), '2019-02-25').agreement('93', 1_000, { freight: 3_000 });
    const line = bench.order('93', 300, { deliverTo: '93.01' });
    expect(line.takes.map(({ termId }) => termId)).toEqual(['T-93']);
  });
});
