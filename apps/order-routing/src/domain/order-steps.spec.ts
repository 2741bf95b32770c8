import { describe, expect, it } from 'vitest';
import { MarketWalk, type Walked } from '../../test/market-walk.js';
import { ORDER_STEPS } from './ledger/order-steps.js';
import { SHIPMENT_STEPS } from './ledger/shipment-steps.js';
import type { Steps } from './ledger/steps.js';

/** As many as see nearly every entry of the tables, and the walks that come upon the rarest. */
const SEEDS = [...Array(200).keys(), 208, 249, 301, 341, 354, 419, 423, 442, 513, 629, 711, 905, 1024, 1417];
const STEPS_A_WALK = 40;

/** Those in which what was recorded wrongly is put right too. */
const MENDED = [
  ...[10064, 10075, 10124, 10140, 10512, 10721, 10757, 10786],
  ...[10794, 10932, 11115, 11180, 11337, 11606, 11971, 12521],
];

const walks = [...SEEDS, ...MENDED].map((seed, index) => {
  const walk = new MarketWalk((seed + 1) * 7_919, index < SEEDS.length ? 'few' : 'mended');
  for (let step = 0; step < STEPS_A_WALK; step += 1) walk.step();
  return walk;
});
/** Shipments that come on other days than was said. */
const moved = Array.from({ length: 40 }, (_, seed) => {
  const walk = new MarketWalk((seed + 1) * 15_485_863, 'moved');
  for (let step = 0; step < STEPS_A_WALK; step += 1) walk.step();
  return walk;
});
const nameOf = ({ from, step, to }: Walked): string => `${from} ${step} ${to}`;

/** What people may ask for; what has ended, or is not there yet, cannot be named. */
const things = [
  {
    name: 'an order',
    steps: ORDER_STEPS as Steps<string, string>,
    requests: ['dispatch', 'pay', 'cancel'],
    absent: ['open', 'cancelled', 'expired'],
    walked: walks.flatMap(({ orders }) => orders),
  },
  {
    name: 'a shipment',
    steps: SHIPMENT_STEPS as Steps<string, string>,
    requests: ['arrive', 'reschedule', 'receive'],
    absent: ['received'],
    walked: [...walks, ...moved].flatMap(({ shipments }) => shipments),
  },
];

describe.each(things)('$name, in markets where people do anything at any moment', (thing) => {
  const { steps: table, requests, absent, walked } = thing;
  const entries = Object.entries(table).flatMap(([from, of]) =>
    Object.entries(of).flatMap(([step, states]) => (states ?? []).map((to) => `${from} ${step} ${to}`)),
  );
  const taken = walked.filter(({ refused }) => refused === null);
  const seen = new Set(taken.map(nameOf));
  /** Any step that is legal may leave the state as it is. */
  const isLegal = ({ from, step, to }: Walked): boolean =>
    (table[from]?.[step] ?? []).includes(to) || (from === to && table[from]?.[step] !== undefined);

  it.each(entries)('takes the step: %s', (entry) => {
    expect(seen).toContain(entry);
  });

  it('takes no other', () => {
    const strange = taken.filter((one) => !isLegal(one));
    expect([...new Set(strange.map(nameOf))]).toEqual([]);
  });

  const states = Object.keys(table).filter((state) => !absent.includes(state));
  const refusals = states.flatMap((from) =>
    requests.filter((step) => !table[from]?.[step]).map((step) => [from, step] as const),
  );

  it.each(refusals)('that is %s is refused to %s, and stays as it is', (from, step) => {
    const asked = walked.filter((one) => one.from === from && one.step === step);
    const became = new Set(asked.map(({ to, refused }) => `${to} ${refused ?? 'allowed'}`));
    expect([...became]).toEqual([`${from} ILLEGAL_TRANSITION`]);
  });

  it('stays as it is whatever else is refused', () => {
    expect(walked.filter(({ refused, from, to }) => refused !== null && from !== to)).toEqual([]);
  });
});
