import { largestRemainder } from '#kernel/largest-remainder.js';
import { SeededRandom } from './random.js';
import type { MemberPlan } from './sample-input.js';

const FIRST = [
  'Sari',
  'Tini',
  'Wati',
  'Slamet',
  'Kasno',
  'Darsih',
  'Rohmat',
  'Sutini',
  'Narso',
  'Lestari',
  'Agus',
  'Yanti',
];

/** A name that nobody can take for a person's. */
export function syntheticName(random: SeededRandom, number: number): string {
  return `${random.pick(FIRST)} ${String(number)} (sintetis)`;
}

/** Shares of `total` that differ between members and add up to it exactly. */
function shares(random: SeededRandom, total: number, count: number): number[] {
  return largestRemainder(
    total,
    Array.from({ length: count }, () => random.whole(60, 140)),
  );
}

export interface MembersOptions {
  readonly prefix: string;
  readonly count: number;
  readonly seed: number;
  readonly villages: readonly string[];
  /** Sums over all members, base units. */
  readonly surplus: number;
  readonly committedToExport?: number;
  readonly committedAtHome?: number;
}

/** Members of one group whose figures add up to the given sums, to the unit. */
export function makeMembers(options: MembersOptions): MemberPlan[] {
  const { prefix, count, villages, surplus } = options;
  const random = new SeededRandom(options.seed);
  const offered = shares(random, surplus, count);
  const exported = shares(random, options.committedToExport ?? 0, count);
  const home = shares(random, options.committedAtHome ?? 0, count);
  return offered.map((quantity, index) => ({
    reference: `${prefix}-${String(index + 1).padStart(5, '0')}`,
    name: syntheticName(random, index + 1),
    village: random.pick(villages),
    produced: quantity + (exported[index] ?? 0) + (home[index] ?? 0),
    committedToExport: exported[index] ?? 0,
    committedAtHome: home[index] ?? 0,
    held: 0,
  }));
}
