import { describe, expect, it } from '@jest/globals';
import { Bench } from '../../test/market-bench.js';
import { Changes } from '../domain/changes.js';
import { decisionEvents } from './decision-events.js';

describe('the events of a batch', () => {
  it('count every version of every subject once, also when the batch holds two runs', () => {
    const bench = new Bench().agreement('13.03', 100).lot('A', 1_000, []);
    bench.order('13.03', 700);
    const batch = new Changes();
    for (const day of [4, 5]) {
      bench.market.apply(
        { kind: 'time', payload: { kind: 'cut-off', subject: '33.02' } },
        new Date(`2019-03-0${String(day)}T10:00:00Z`),
        batch,
      );
    }
    const bySubject = new Map<string, number[]>();
    for (const { subject, sequence } of decisionEvents(bench.market.state, batch, new Map())) {
      bySubject.set(subject, [...(bySubject.get(subject) ?? []), sequence]);
    }
    expect(bySubject.get('unsold:A')).toEqual([1, 2]);
    for (const versions of bySubject.values()) expect(versions).toEqual(versions.map((_, index) => index + 1));
  });
});
