import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegencyPlaces } from '../src/persistence/regency-places.js';
import { Villages } from '../src/persistence/villages.js';
import { startRegistry, type Registry } from './registry.js';

describe('the list of villages', () => {
  let registry: Registry;

  beforeAll(async () => {
    registry = await startRegistry();
  });

  afterAll(() => registry.stop());

  it('is there before the first request: reading it takes longer than a transaction may, on a busy machine', () => {
    const { regencies } = registry.app.get<{ regencies?: ReadonlyMap<string, RegencyPlaces> }>(Villages);
    expect(regencies?.get('33.02')?.nameOf('33.02.16.2007')).toBeDefined();
  });
});
