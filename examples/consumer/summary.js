/** The latest state of every subject: what a log of versions comes down to. */
export class Latest {
  subjects = new Map();

  /**
   * @param headers of a Kafka record, as CloudEvents' binary mode writes them
   * @param body its JSON
   */
  keep(headers, body) {
    const header = (name) => headers[name]?.toString() ?? '';
    const key = `${header('ce_source')} ${header('ce_subject')}`;
    const version = Number(header('ce_sequence'));
    // Records may come again, and by another way round; a version that is known already says nothing new.
    if ((this.subjects.get(key)?.version ?? 0) >= version) return;
    this.subjects.set(key, { type: header('ce_type'), version, data: JSON.parse(body.toString()) });
  }

  /** States that events of these types have left. */
  of(...types) {
    return [...this.subjects.values()].filter(({ type }) => types.includes(type)).map(({ data }) => data);
  }
}

/**
 * Surplus, promises and what is unsold, by origin and commodity; base units.
 *
 * What is promised and has no lot yet lies somewhere in the free stock: so much of it waits for the next run, whatever the
 * last one said of it.
 */
export function summary(latest) {
  const unsold = new Map(latest.of('serap.allocation.lot-unsold.v1').map((row) => [row.lotId, row.unsold]));
  const promises = latest.of('serap.allocation.line-promised.v1', 'serap.allocation.promise-reduced.v1');
  const markets = new Map();
  const marketOf = ({ origin, commodity, unit }) => {
    const key = `${origin} ${commodity}`;
    if (!markets.has(key)) {
      markets.set(key, { origin, commodity, unit, surplus: 0, promised: 0, bound: 0, waiting: 0, reasons: [] });
    }
    return markets.get(key);
  };
  for (const balance of latest.of('serap.allocation.lot-balance.v1')) {
    const bound = balance.offered + balance.confirmed + balance.inTransit + balance.delivered;
    if (balance.free + balance.held + bound === 0) continue;
    const market = marketOf(balance);
    market.surplus += balance.declared;
    market.bound += bound;
    market.reasons.push(...cutTo(unsold.get(balance.lotId) ?? [], balance.free), ...statesOf(balance));
  }
  for (const promise of promises) {
    const market = marketOf(promise);
    market.promised += promise.promised;
    market.waiting += Math.max(0, promise.promised - promise.allocated);
  }
  return [...markets.values()].map(({ waiting, reasons, ...market }) => ({
    ...market,
    unsold: byCode(awaiting(reasons, waiting)),
  }));
}

/** Reasons cut down to a quantity; what none of them covers waits for the next run. */
function cutTo(reasons, quantity) {
  const kept = [];
  let left = quantity;
  for (const { kind, code, quantity: part } of reasons) {
    if (left > 0) kept.push({ kind, code, quantity: Math.min(part, left) });
    left -= Math.min(part, left);
  }
  return left > 0 ? [...kept, { kind: 'state', code: 'AWAITING_BIND', quantity: left }] : kept;
}

/** What of a lot is neither free nor bound. */
function statesOf(balance) {
  const { held, withdrawn, writtenOff, suspended = 0, expired = 0, spoiled = 0, recalled = 0 } = balance;
  return [
    ['SHELF_LIFE_TOO_SHORT', expired + spoiled],
    ['LOT_HELD', held - suspended + recalled],
    ['PRODUCER_SUSPENDED', suspended],
    ['COMMITTED_ELSEWHERE', withdrawn],
    ['LOST_IN_TRANSIT', writtenOff - expired - spoiled - recalled],
  ].map(([code, quantity]) => ({ kind: 'held', code, quantity }));
}

function awaiting(reasons, waiting) {
  const told = reasons.filter(({ code }) => code === 'AWAITING_BIND').reduce((sum, { quantity }) => sum + quantity, 0);
  let short = Math.max(0, waiting - told);
  const moved = short;
  const left = reasons.map((reason) => ({ ...reason }));
  for (const kind of ['cut', 'state', 'gate']) {
    for (const reason of left.filter((one) => one.kind === kind && one.code !== 'AWAITING_BIND')) {
      const part = Math.min(reason.quantity, short);
      reason.quantity -= part;
      short -= part;
    }
  }
  return [...left, { kind: 'state', code: 'AWAITING_BIND', quantity: moved - short }];
}

function byCode(reasons) {
  const quantities = {};
  for (const { code, quantity } of reasons) {
    if (quantity > 0) quantities[code] = (quantities[code] ?? 0) + quantity;
  }
  return quantities;
}
