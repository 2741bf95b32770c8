import { localDateAt } from '#kernel/local-date.js';
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

const ORIGIN = '33.02';

const number = new Intl.NumberFormat('id-ID');

function amount(quantity: number, unit: string): string {
  return unit === 'GRAM'
    ? `${number.format(quantity / 1000)} kg`
    : `${number.format(quantity)} ${unit === 'PAIR' ? 'pairs' : 'pieces'}`;
}

/** What the run came to, a block a commodity, as the live page says it too. */
export async function outcomeLines(system: System): Promise<string[]> {
  const { commodities } = await new Client(system, 'operations', ORIGIN).get<Summary>('/api/operations/summary');
  return commodities.flatMap(({ commodity, unit, surplus, bound, unsold }) => [
    `\n${commodity}: ${amount(bound, unit)} of ${amount(surplus, unit)} have a buyer.`,
    ...unsold.map(({ code, quantity }) => `  unsold ${amount(quantity, unit)}: ${code}`),
  ]);
}

/** What a developer wants to know of the run: its business day, a credential, and where its events are. */
export async function integrationLines({ url, addresses: { log } }: System): Promise<string[]> {
  const answer = await fetch(`${url}/api/registry/docs`);
  const time = answer.headers.get('serap-business-time');
  return [
    ...(time === null ? [] : [`Its business day is ${localDateAt(new Date(time), ORIGIN)}, by a simulated clock.`]),
    `A key for a partner's own system: npx serap key --region 73 (docs/integrate.md goes on from there)`,
    ...(log.kind === 'kafka' ? [`Its events are on Kafka at ${log.brokers.join(',')}.`] : []),
  ];
}
