import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { abolition, REGION_CHANGES } from '#kernel/region-changes.js';
import {
  governmentFault,
  isRegency,
  REGION_LIST_EDITION,
  regionExists,
  regionFault,
  wasRegency,
} from './region-list.js';

describe('a region exists', () => {
  it.each(['33', '33.02', '33.02.25', '33.02.25.1002', '93.01', '82.71', '31.01'])('%s', (code) => {
    expect([regionExists(code), regionFault(code)]).toEqual([true, undefined]);
  });

  it.each(['99.99', '73.99', '99', '33.30', '33.02.99', '33.02.25.1999', '91.99', '54'])('%s does not', (code) => {
    const fault = regionFault(code);
    expect([regionExists(code), fault?.en]).toEqual([
      false,
      `${code} is no region of the Kemendagri list (edition ${REGION_LIST_EDITION})`,
    ]);
    expect(fault?.id).toContain(code);
  });

  it.each([
    ['91.01', '93.01'],
    ['91.24', '95.08'],
    ['91.01.02', '93.01'],
    ['92.71', '96.71'],
    ['64.73', '65.71'],
  ])('%s does no longer: it is %s now', (code, successor) => {
    expect(regionFault(code)?.en).toMatch(new RegExp(`^${code} has not been valid .*; use ${successor}$`));
    expect(regionFault(code)?.id).toContain(`gunakan ${successor}`);
  });

  it.each(['3302', '33.2', '', '33.02.', '33.02.25.3002', '33.02.25.1002.1'])('%j is not even a code', (code) => {
    expect([regionExists(code), regionFault(code)?.en]).toEqual([
      false,
      'must be a Kemendagri region code, for example 33.02',
    ]);
  });

  it('with a government of its own down to the regency', () => {
    expect(['73', '73.71', '73.71.01'].map((code) => governmentFault(code) === undefined)).toEqual([true, true, false]);
    expect(['73', '73.71', '73.71.01', '33.02.99'].map(isRegency)).toEqual([false, true, false, false]);
  });

  it('or was one when a NIK was given', () => {
    expect(['33.02', '91.01', '73.19', '99.99', '91.99', '91'].map(wasRegency)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('by a list that says which it is', () => {
    expect(REGION_LIST_EDITION).toMatch(/^idn-area-data \d+\.\d+\.\d+$/);
  });
});

describe('what became of the codes that the list no longer has', () => {
  it('is all on the list', () => {
    expect(REGION_CHANGES.flatMap(({ became }) => became).filter((code) => !regionExists(code))).toEqual([]);
  });

  it('is told of none that the list still has, unless it stays a part of it', () => {
    expect(REGION_CHANGES.filter(({ code, became }) => regionExists(code) && !became.includes(code))).toEqual([]);
  });

  it('explains every gap in the numbers of the list', () => {
    const codes = readFileSync('node_modules/idn-area-data/data/regencies.csv', 'utf8').match(/^\d\d\.\d\d/gm) ?? [];
    const last = new Map<string, number>();
    for (const code of codes) {
      const series = code.slice(0, 3) + (code[3] === '7' ? '7' : '0');
      last.set(series, Math.max(last.get(series) ?? 0, Number(code.slice(3))));
    }
    const gaps = [...last].flatMap(([series, most]) =>
      Array.from({ length: most - (series.endsWith('7') ? 70 : 0) }, (_, index) => {
        const number = index + 1 + (series.endsWith('7') ? 70 : 0);
        return `${series.slice(0, 3)}${String(number).padStart(2, '0')}`;
      }).filter((code) => !isRegency(code)),
    );
    expect(gaps.length).toBeGreaterThan(20);
    expect(gaps.filter((code) => abolition(code) === undefined)).toEqual([]);
  });
});
