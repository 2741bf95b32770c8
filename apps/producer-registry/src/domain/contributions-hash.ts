import { createHash } from 'node:crypto';
import type { Contribution } from './pool.js';

/** SHA-256 over lines `producerId quantity\n` in order, as the contract of serap.surplus.declared.v1 has it. */
export function contributionsHash(contributions: readonly Contribution[]): string {
  const hash = createHash('sha256');
  for (const { producerId, quantity } of contributions) hash.update(`${producerId} ${String(quantity)}\n`);
  return hash.digest('hex');
}
