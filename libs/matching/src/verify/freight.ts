import type { Facts } from './facts.js';
import { openUsed } from './reserved-shares.js';
import { Residual } from './residual.js';
import type { Room } from './room.js';
import type { Tally } from './tally.js';
import type { Wiring } from './residual-graph.js';

/** What a row passes of its own (share or, where nothing is kept back, quota) or of the product's open part. */
type Kind = 'own' | 'open';
const KINDS = ['own', 'open'] as const;

/**
 * Check 3: no units could travel cheaper. Sweeping rows by falling freight, none may reach a cheaper one with room of
 * the same kind. From a row's own units to open room, and back, a toll on open units must hold the balance: one that
 * is as high as the first kind of saving and no higher than the second loses; none, where the open part is not full.
 */
export function sweepFreight(
  facts: Facts,
  sums: Tally,
  room: Room,
  wiring: Wiring,
  fault: (text: string) => void,
): void {
  const used = openUsed(facts.kept.pool, room.share, room.open, sums.rowUsed);
  const groups = new Map<number, number[]>();
  facts.terms.forEach((_, row) => {
    if (room.rowShown[row] === 0) return;
    const product = facts.kept.pool[row] ?? -1;
    groups.set(product, [...(groups.get(product) ?? []), row]);
  });
  for (const [product, rows] of groups) {
    const saving = (from: Kind, to: Kind): Saving => largestSaving(facts, sums, room, wiring, rows, from, to);
    for (const kind of KINDS) {
      const { rupiah, dear, cheap } = saving(kind, kind);
      if (rupiah > 0) fault(`units of row ${name(facts, dear)} could go under the cheaper row ${name(facts, cheap)}`);
    }
    if (product < 0) continue;
    const full = (used.get(product) ?? 0) >= (room.open.get(product) ?? 0);
    const toOpen = saving('own', 'open');
    const toll = Math.max(0, toOpen.rupiah);
    if (toll > 0 && !full) {
      fault(`units of row ${name(facts, toOpen.dear)} could go under the cheaper row ${name(facts, toOpen.cheap)}`);
    }
    const back = saving('open', 'own');
    if (toll + back.rupiah > 0) {
      fault(`units of row ${name(facts, back.dear)} could make room for those of ${name(facts, toOpen.dear)}`);
    }
  }
}

interface Saving {
  rupiah: number;
  dear: number;
  cheap: number;
}

/** The most that one unit could save by moving between two rows, as one kind of units to room of another kind. */
function largestSaving(
  facts: Facts,
  sums: Tally,
  room: Room,
  wiring: Wiring,
  rows: readonly number[],
  from: Kind,
  to: Kind,
): Saving {
  const freight = (row: number): number => facts.terms[row]?.freight ?? 0;
  const most: Saving = { rupiah: from === to ? 0 : -Infinity, dear: -1, cheap: -1 };
  const open = new Set(rows.filter((row) => roomOf(sums, room, row, to) > 0));
  if (open.size === 0) return most;
  let dear = -1;
  const residual = new Residual(
    facts,
    sums,
    room,
    wiring,
    {
      atLot: () => undefined,
      atRow: (row) => {
        if (row === dear || !open.has(row) || freight(dear) - freight(row) <= most.rupiah) return;
        Object.assign(most, { rupiah: freight(dear) - freight(row), dear, cheap: row });
      },
    },
    false,
  );
  const sources = rows.filter((row) => movable(sums, room, row, from) > 0).sort((a, b) => freight(b) - freight(a));
  const cheapest = Math.min(...[...open].map(freight));
  for (dear of sources) if (freight(dear) - cheapest > most.rupiah) residual.fromRow(dear);
  return most;
}

/** Units of a kind that a row passes and that no least quantity holds; these take the row's own first. */
function movable({ rowUsed }: Tally, room: Room, row: number, kind: Kind): number {
  const [units, share, held] = [rowUsed[row] ?? 0, room.share[row] ?? 0, room.held[row] ?? 0];
  return kind === 'own'
    ? Math.min(units, share) - Math.min(held, share)
    : Math.max(0, units - share) - Math.max(0, held - share);
}

function roomOf({ rowUsed }: Tally, room: Room, row: number, kind: Kind): number {
  const [units, share, quota] = [rowUsed[row] ?? 0, room.share[row] ?? 0, room.quota[row] ?? 0];
  return kind === 'own' ? Math.min(share, quota) - units : quota - Math.max(units, share);
}

function name({ terms }: Facts, row: number): string {
  return terms[row]?.id ?? '';
}
