import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { historyOf } from './history.js';
import { shrink, walk, type Failure } from './walk.js';

/** `npm run test:full` has ten times as many. */
const OFFICES = Number(process.env['SERAP_OFFICES'] ?? 100);
/** In so many histories everything comes up. */
const MANY = 100;
/** Histories of one test, so that none runs long. */
const TOGETHER = 20;

function told(seed: number, { deeds, found }: Failure): string {
  const names = deeds.map(({ name }) => name).join(' ');
  return [`seed ${String(seed)}, after ${String(deeds.length)} deeds (${names}):`, ...found].join('\n  ');
}

/** How often what was done, in all histories of this run. */
const tally = new Map<string, number>();
const walked = new Set<number>();

function walkOne(seed: number): Failure | undefined {
  if (walked.has(seed)) return undefined;
  walked.add(seed);
  return walk(historyOf(seed), tally);
}

/** What has to come up in a hundred histories: kinds of acts, refusals and their causes, and what came of them. */
const MUST_OCCUR = [
  ...['order-cancelled', 'allocation-refused', 'shipment-received', 'receipt-corrected', 'lot-adjusted'],
  ...['payment-recorded ILLEGAL_TRANSITION', 'shipment-dispatched NOT_FOUND'],
  ...['load-dispatched', 'load-dispatched NOT_FOUND', 'load-dispatched: not confirmed', 'load-dispatched: on hold'],
  ...['load-dispatched: the same twice', 'load-dispatched: legs that do not join', 'load-dispatched: two places'],
  ...['load-dispatched: more than there is', 'load-dispatched: a torn sack', 'load-dispatched: no room'],
  ...['load-dispatched: another unit', 'load-dispatched: a paper is missing'],
  ...['leg-arrived', 'leg-arrived NOT_FOUND', 'leg-arrived ILLEGAL_TRANSITION', 'eta-changed', 'eta-changed NOT_FOUND'],
  ...['eta-changed ILLEGAL_TRANSITION', 'eta-changed: the same day', 'eta-changed: before the leg ahead'],
  ...['a part load-dispatched dispatched', 'a part shipment-dispatched dispatched', 'a part order-cancelled released'],
  ...[
    'a part shipment-received short',
    'a part shipment-received refused-at-arrival',
    'a part shipment-received accepted',
  ],
  ...['a merge done', 'a merge again', 'a merge SAME', 'a merge MERGED_ALREADY', 'a merge KEPT_WAS_MERGED'],
  ...['a merge ONE_SUSPENDED', 'a merge into one that was merged into', 'a merge at sea', 'a merge while held'],
  ...[
    'a merge of what both gave',
    'a merge of recalled goods',
    'a merge of one that was merged into',
    'all or nothing',
    'an order closed as it is',
  ],
];

describe('a random office', () => {
  it.each(Array.from({ length: Math.ceil(OFFICES / TOGETHER) }, (_, block) => block * TOGETHER))(
    'is kept by the product as by a second, slow model of the rules (seeds from %i)',
    (from) => {
      for (let seed = from; seed < Math.min(from + TOGETHER, OFFICES); seed += 1) {
        const failure = walkOne(seed);
        if (failure) throw new Error(told(seed, shrink(failure)));
      }
    },
  );

  it('does everything that its rules are about, and is refused too', () => {
    for (let seed = 0; seed < MANY; seed += 1) walkOne(seed);
    expect(MUST_OCCUR.filter((what) => !tally.has(what))).toEqual([]);
  });

  it('has a model that takes nothing from the services', () => {
    const folder = new URL('model/', import.meta.url);
    for (const file of readdirSync(folder)) {
      const imports = readFileSync(new URL(file, folder), 'utf8').matchAll(/from '([^']+)'/g);
      expect([...imports].map(([, from]) => from).filter((from) => !/^\.\/[a-z]+\.js$/.test(from ?? ''))).toEqual([]);
    }
  });
});
