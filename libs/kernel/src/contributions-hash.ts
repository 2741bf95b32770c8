import { createHash } from 'node:crypto';

interface Part {
  readonly producerId: string;
  /** Base units. */
  readonly quantity: number;
}

/** SHA-256 over lines `producerId quantity\n` in order, as the contract of serap.surplus.declared.v1 has it; hexadecimal. */
export function contributionsHash(contributions: readonly Part[]): string {
  const hash = createHash('sha256');
  for (const { producerId, quantity } of contributions) hash.update(`${producerId} ${String(quantity)}\n`);
  return hash.digest('hex');
}
