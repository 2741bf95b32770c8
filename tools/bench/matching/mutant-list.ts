/** One planted bug: `find` occurs exactly once in the file and is replaced. */
export interface Mutant {
  name: string;
  file: string;
  find: string;
  replace: string;
}

/** Bugs of the kinds that such a solver really gets. Each must be caught by `verify`, the linear program or a property. */
export const MUTANTS: readonly Mutant[] = [
  {
    name: 'a ceiling below the minimum of its row buys all the same',
    file: 'normalized/normalized-market.ts',
    find: 'Math.max(0, minimum - ceiling)',
    replace: '0',
  },
  {
    name: 'a dropped arc: the last word of a block is not looked at',
    file: 'net/fit.ts',
    find: 'word < to; word += 1',
    replace: 'word < to - 1; word += 1',
  },
  {
    name: 'a stale label: a class is not stamped when it is relabelled',
    file: 'net/labels.ts',
    find: 'this.classTick[c] = this.tick;',
    replace: '',
  },
  {
    name: 'a label too high by two',
    file: 'net/pusher.ts',
    find: 'label <= this.labels.top ? label + 1 : DEAD',
    replace: 'label <= this.labels.top ? label + 3 : DEAD',
  },
  {
    name: 'a quota one unit too large',
    file: 'net/flow.ts',
    find: 'this.quota = normal.quota;',
    replace: 'this.quota = normal.quota.map((units) => units + 1);',
  },
  {
    name: 'a path may overfill a demand',
    file: 'net/pusher.ts',
    find: ': (demands.cap[slot] ?? 0) - (flow.filled[slot] ?? 0);',
    replace: ': (demands.cap[slot] ?? 0);',
  },
  {
    name: 'latest expiry first',
    file: 'fair/groups.ts',
    find: 'a.bucket - b.bucket',
    replace: 'b.bucket - a.bucket',
  },
  {
    name: 'dearest lots first',
    file: 'fair/groups.ts',
    find: 'a.begins - b.begins',
    replace: 'b.begins - a.begins',
  },
  { name: 'freight is not made cheaper', file: 'solve/solve.ts', find: '  reduceFreight(flow);\n', replace: '' },
  {
    name: 'units go to the dearer row',
    file: 'solve/freight.ts',
    find: '(freight < cost ? flow.ownRoom(other) : 0)',
    replace: '(freight > cost ? flow.ownRoom(other) : 0)',
  },
  {
    name: 'promises are not kept before other demand',
    file: 'solve/solve.ts',
    find: '  keepPromises(flow);\n',
    replace: '',
  },
  {
    name: 'promises spend quota twice',
    file: 'normalized/demands.ts',
    find: 'node.promised ? -1 : node.term',
    replace: 'node.term',
  },
  {
    name: 'the tight set of a share is not split off',
    file: 'fair/share.ts',
    find: 'if (!unfilled) return null;',
    replace: 'if (unfilled || !unfilled) return null;',
  },
  {
    name: 'left-over units all go to the first',
    file: 'fair/levels.ts',
    find: 'wanted(claims, members[m] ?? 0, high) - (given[m] ?? 0)',
    replace: '(claims.cap[members[m] ?? 0] ?? 0) - (given[m] ?? 0)',
  },
  {
    name: 'what a producer is behind is not counted',
    file: 'fair/sell-group.ts',
    find: ' - (stakes.behind[holder] ?? 0)',
    replace: '',
  },
  {
    name: 'an exchange forgets that a sink is full',
    file: 'net/exchange.ts',
    find: 'this.room.set(end, (this.room.get(end) ?? 0) - amount);',
    replace: '',
  },
  {
    name: 'a threshold row off by one',
    file: 'net/step-bits.ts',
    find: 'base + Math.ceil(rank / table.perRow) * table.width',
    replace: 'base + Math.max(0, Math.ceil(rank / table.perRow) - 1) * table.width',
  },
  {
    name: 'one certificate of several is enough',
    file: 'format/certificate-validity.ts',
    find: 'until = Math.min(until, held.get(kind) ?? NOT_HELD)',
    replace: 'until = Math.max(held.get(kind) ?? NOT_HELD)',
  },
  {
    name: 'area 33 covers 331',
    file: 'format/calendar.ts',
    find: " && code.charAt(cover.length) === '.'",
    replace: '',
  },
  {
    name: 'transit time is forgotten',
    file: 'normalized/normalized-market.ts',
    find: 'ready: needBy - term.transitDays',
    replace: 'ready: needBy',
  },
  {
    name: 'contributors are paid twice',
    file: 'solve/allocate.ts',
    find: 'left[atom] = (left[atom] ?? 0) - part;',
    replace: '',
  },
  {
    name: 'a later line takes what an earlier one was promised',
    file: 'book/stock.ts',
    find: 'most = Math.min(most, at.lot.serving.get(at.line) ?? 0)',
    replace: 'most = Math.max(most, at.lot.serving.get(at.line) ?? 0)',
  },
  {
    name: 'closed lots stay closed when stock comes back',
    file: 'book/stock.ts',
    find: 'if (units > 0 && lot.closed) this.reopen();',
    replace: '',
  },
  {
    name: 'others take what is reserved for a partner',
    file: 'net/flow.ts',
    find: 'let left = this.net.normal.pools[pool]?.open ?? 0;',
    replace: 'let left = (this.net.normal.pools[pool]?.open ?? 0) + (this.net.normal.share[0] ?? 0);',
  },
  {
    name: 'a full pool is never left to another row',
    file: 'net/pusher.ts',
    find: 'pool < 0 || flow.poolRoom(cell) === 0',
    replace: 'pool < 0 || flow.poolRoom(cell) >= 0',
  },
  {
    name: 'lots that no sharing partner could use count as open',
    file: 'normalized/shares.ts',
    find: 'if (sharing.every((row) => rows.includes(row))) left += units;',
    replace: 'left += units * Math.sign(rows.length + 1);',
  },
  {
    name: 'promises are forgotten beside the shares',
    file: 'normalized/shares.ts',
    find: 'let left = -pool.promised;',
    replace: 'let left = 0;',
  },
  {
    name: 'the toll on open units is never charged',
    file: 'solve/freight.ts',
    find: 'if (flow.openIn(pool) >= 0) return;',
    replace: 'if (flow.openIn(pool) >= -1e15) return;',
  },
  {
    name: 'the pool is left half empty at the toll',
    file: 'solve/freight.ts',
    find: '  fillPool(flow, cells, pool, steps[low] ?? 0);',
    replace: '',
  },
  {
    name: 'a book forgets what a partner drew of its share',
    file: 'promise-book.ts',
    find: '    this.shares.draw(node.term, line.product, given);',
    replace: '',
  },
  {
    name: 'a reason claims the whole lot',
    file: 'why/unsold.ts',
    find: 'const part = Math.min(left, gain);',
    replace: 'const part = left;',
  },
];
