import { describe, expect, it } from 'vitest';
import { byField, faultOfInput, faultsOf, type Ruled } from '../src/forms/faults.js';
import { chosenIn, textIn, textsIn, wholeIn, type Filled } from '../src/forms/filled.js';
import { FORMS_ID } from '../src/words/forms-id.js';

const filled = (fields: Record<string, string>): Filled => ({
  get: (name) => fields[name] ?? null,
  has: (name) => name in fields,
});

describe('what was filled in', () => {
  it('has no text where there are spaces alone', () => {
    const fields = filled({ name: '  Darsih ', remark: '  ' });
    expect([textIn(fields, 'name'), textIn(fields, 'remark'), textIn(fields, 'nib')]).toEqual([
      'Darsih',
      undefined,
      undefined,
    ]);
    expect(textsIn(fields, ['name', 'remark', 'nib'])).toEqual({ name: 'Darsih' });
  });

  it.each([
    ['1.650.000', 1_650_000],
    ['1,650,000', 1_650_000],
    ['12', 12],
    ['1.5', '1.5'],
    ['12,50', '12,50'],
    ['dua', 'dua'],
    ['', undefined],
  ])('reads %j as the whole number %j', (typed, value) => {
    expect(wholeIn(filled({ n: typed }), 'n')).toBe(value);
  });

  it('knows which boxes are ticked', () => {
    expect(chosenIn(filled({ 'kinds/b': 'on' }), 'kinds', ['a', 'b'])).toEqual(['b']);
  });
});

describe('a fault', () => {
  it('of a refusal is at the field of its place, the first of each', () => {
    const faults = faultsOf({
      code: 'INVALID',
      errors: [
        { pointer: '/legs/0/eta', message: 'one' },
        { pointer: '/legs/0/eta', message: 'two' },
        { pointer: '', message: 'of all' },
      ],
    });
    expect([...byField(faults)]).toEqual([
      ['', 'of all'],
      ['legs/0/eta', 'one'],
    ]);
  });

  it('of an input is said in words of the page, with its limit as a date', () => {
    const fault = (validity: Partial<Ruled['validity']>) => {
      const none = { valueMissing: false, rangeUnderflow: false, rangeOverflow: false, patternMismatch: false };
      const rules = { valid: false, tooLong: false, ...none, ...validity };
      const input = { name: 'eta', validity: rules, min: '2019-03-04', max: '9' };
      return faultOfInput(input, FORMS_ID.faults, () => '4 Maret 2019')?.message;
    };
    expect([fault({ valueMissing: true }), fault({ rangeUnderflow: true }), fault({ rangeOverflow: true })]).toEqual([
      'wajib diisi',
      'paling sedikit atau paling awal 4 Maret 2019',
      'paling banyak atau paling akhir 9',
    ]);
    expect([fault({ patternMismatch: true }), fault({ valid: true })]).toEqual([FORMS_ID.faults.form, undefined]);
  });
});
