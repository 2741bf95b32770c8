import { expect, it } from 'vitest';
import { impactOf, type ImpactRow } from './impact.js';

const row = (changes: Partial<ImpactRow>): ImpactRow => ({
  origin: '33.02',
  commodity: 'granulated-coconut-sugar',
  unit: 'GRAM',
  group: '33.02.17.2011',
  sold: 27_000,
  underWay: 0,
  producers: 3,
  workers: 6,
  women: 3,
  youth: 1,
  ...changes,
});

it('counts household-equivalents of each group by what it sold in a day', () => {
  const [impact] = impactOf([row({ sold: 270_000 }), row({ group: '33.02.16.2007', sold: 27_000 })]);
  expect(impact).toMatchObject({ sold: 297_000, households: { equivalent: 77 } });
  expect(impact?.groups.map(({ sold, households }) => [sold, households])).toEqual([
    [270_000, 70],
    [27_000, 7],
  ]);
});

it('gives villages whole units that add up, however a shortage was shared', () => {
  const third = 100 / 3;
  const [impact] = impactOf(['a', 'b', 'c'].map((group) => row({ group, sold: third })));
  expect(impact?.sold).toBe(100);
  expect(impact?.groups.map(({ sold }) => sold)).toEqual([34, 33, 33]);
});

it('keeps commodities apart, and knows no households of those whose output nobody measured', () => {
  const impacts = impactOf([row({}), row({ commodity: 'embroidery', unit: 'PIECE', sold: 60 })]);
  expect(impacts.map(({ commodity, households }) => [commodity, households?.equivalent ?? null])).toEqual([
    ['granulated-coconut-sugar', 7],
    ['embroidery', null],
  ]);
});

it('calls sold what buyers have accepted, and tells apart what is under way', () => {
  const [impact] = impactOf([row({ sold: 0, underWay: 54_000 }), row({ group: '33.02.16.2007', underWay: 100 / 3 })]);
  expect(impact).toMatchObject({ sold: 27_000, underWay: 54_033, households: { equivalent: 7 } });
  expect(impact?.groups.map(({ sold, underWay }) => [sold, underWay])).toEqual([
    [0, 54_000],
    [27_000, 33],
  ]);
});

it('says nothing of nothing', () => {
  expect(impactOf([])).toEqual([]);
});
