import { describe, expect, it } from 'vitest';
import { deterministicUuid, isUuid, uuidv7 } from './uuid.js';

describe('an id', () => {
  it('grows within one process, also within one millisecond and when the clock goes back', () => {
    const ids = [...Array.from({ length: 10_000 }, () => uuidv7()), uuidv7(Date.now() - 60_000), uuidv7()];
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => isUuid(id) && id[14] === '7')).toBe(true);
  });

  it('made of parts is the same for the same parts, and only for those', () => {
    expect(deterministicUuid('order', 'a', 'b')).toBe(deterministicUuid('order', 'a', 'b'));
    expect(deterministicUuid('order', 'a', 'b')).not.toBe(deterministicUuid('order', 'ab', ''));
    expect(isUuid(deterministicUuid('x'))).toBe(true);
  });
});
