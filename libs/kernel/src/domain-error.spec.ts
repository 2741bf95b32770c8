import { describe, expect, it } from 'vitest';
import { DomainError, faultAt, told } from './domain-error.js';
import { says } from './refusals/sentences.js';
import { UNIT_WORDS } from './refusals/state-words.js';
import { oneOf, same } from './refusals/words.js';

describe('a refusal', () => {
  it('says the same in both languages, its own values in each', () => {
    const refusal = new DomainError('UNIT_MISMATCH', { unit: 'liter', base: UNIT_WORDS.PAIR });
    expect(refusal).toMatchObject({ code: 'UNIT_MISMATCH', said: { en: refusal.message } });
    expect(refusal.said).toEqual({
      en: 'This commodity is measured in pairs; "liter" cannot be used.',
      id: 'Komoditas ini dihitung dalam pasang; satuan "liter" tidak dapat digunakan.',
    });
    expect(oneOf([same('a'), same('b'), same('c')])).toEqual({ en: 'a, b or c', id: 'a, b atau c' });
  });

  it('has the code of its key alone', () => {
    expect(new DomainError('NOT_FOUND.lot').code).toBe('NOT_FOUND');
  });

  it('does not compile with a code that is not in the table, or without what its sentence tells', () => {
    const refused = [
      // @ts-expect-error -- no such code
      (): unknown => new DomainError('NO_SUCH_CODE'),
      // @ts-expect-error -- it names a system
      (): unknown => new DomainError('TOO_MANY_KEYS'),
      // @ts-expect-error -- of another name
      (): unknown => new DomainError('TOO_MANY_KEYS', { sistem: 'x' }),
      // @ts-expect-error -- the field's sentence has a figure
      (): unknown => says('digits'),
    ];
    expect(refused).toHaveLength(4);
  });

  it('is the same again after it was kept, with faults for readers of each language', () => {
    const faults = [faultAt('/lines/0/needBy', says('not-past'))];
    const kept = JSON.parse(JSON.stringify(new DomainError('INVALID', {}, faults).kept())) as never;
    const again = DomainError.again(kept);
    expect(again.said.id).toBe('Satu isian perlu diperbaiki; lihat rinciannya.');
    expect(told(again.faults, 'id')).toEqual([{ pointer: '/lines/0/needBy', message: 'tidak boleh sudah lewat' }]);
  });

  it('that an earlier release has kept is told as it was', () => {
    const faults = [{ pointer: '/x', message: 'old' }];
    const again = DomainError.again({ code: 'INVALID', message: 'as it was', faults });
    expect([again.message, again.said.id, told(again.faults, 'id')]).toEqual(['as it was', 'as it was', faults]);
  });
});
