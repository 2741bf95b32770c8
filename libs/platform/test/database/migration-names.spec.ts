import { expect, it } from 'vitest';
import { migrationNames } from '#platform/database/migration-names.js';

class Last1766000000000 {}
class Own1764000000000 {
  readonly name = 'Recorded1764000000000';
}
class Shared1765000000000 {}

it('are in the order in which they run, whatever the order of the list', () => {
  expect(migrationNames([Own1764000000000, Last1766000000000, Shared1765000000000])).toEqual([
    'Recorded1764000000000',
    'Shared1765000000000',
    'Last1766000000000',
  ]);
});
