import { expect, it } from 'vitest';
import { withoutNulls } from './without-nulls.js';

it('leaves out what is null, and nothing else', () => {
  const row: { name: string; until: string | null; count: number | null; open: boolean } = {
    name: '',
    until: null,
    count: 0,
    open: false,
  };
  const said: { name: string; until?: string; count?: number; open: boolean } = withoutNulls(row);
  expect(said).toStrictEqual({ name: '', count: 0, open: false });
});
