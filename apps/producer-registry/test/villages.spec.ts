import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Villages } from '../src/persistence/villages.js';
import { startRegistry, type Registry } from './registry.js';

describe('the list of villages', () => {
  let registry: Registry;

  beforeAll(async () => {
    registry = await startRegistry();
  });

  afterAll(() => registry.stop());

  it('is there before the first request: reading it takes longer than a transaction may, on a busy machine', () => {
    const { villages } = registry.app.get<{ villages?: ReadonlyMap<string, string> }>(Villages);
    expect(villages?.get('33.02.16.2007')).toBeDefined();
  });
});
