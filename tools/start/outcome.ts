import { Client } from '../system/client.js';
import type { System } from '../system/system.js';

interface Summary {
  readonly commodities: readonly {
    readonly commodity: string;
    readonly unit: string;
    readonly surplus: number;
    readonly bound: number;
    readonly unsold: readonly { readonly code: string; readonly quantity: number }[];
  }[];
}

const number = new Intl.NumberFormat('id-ID');

function amount(quantity: number, unit: string): string {
  return unit === 'GRAM'
    ? `${number.format(quantity / 1000)} kg`
    : `${number.format(quantity)} ${unit === 'PAIR' ? 'pairs' : 'pieces'}`;
}

/** What the run came to, a block a commodity, as the live page says it too. */
export async function outcomeLines(system: System): Promise<string[]> {
  const { commodities } = await new Client(system, 'operations', '33.02').get<Summary>('/api/operations/summary');
  return commodities.flatMap(({ commodity, unit, surplus, bound, unsold }) => [
    `\n${commodity}: ${amount(bound, unit)} of ${amount(surplus, unit)} have a buyer.`,
    ...unsold.map(({ code, quantity }) => `  unsold ${amount(quantity, unit)}: ${code}`),
  ]);
}
