import type { EventData, SerapEvent } from '#contracts/events.js';
import type { Audit } from './audit.js';

type Balance = EventData<'serap.allocation.lot-balance.v1'>;
type BalanceEvent = Extract<SerapEvent, { type: 'serap.allocation.lot-balance.v1' }>;

const PARTS = ['free', 'held', 'offered', 'confirmed', 'inTransit', 'delivered', 'withdrawn', 'writtenOff'] as const;

const sum = (balance: Balance): number => PARTS.reduce((total, part) => total + balance[part], 0);
const isBalance = (event: SerapEvent): event is BalanceEvent => event.type === 'serap.allocation.lot-balance.v1';

interface LotRow extends Balance {
  readonly id: string;
  readonly version: number;
  readonly given: number;
  readonly givenFree: number;
}

const addUp: Audit = async ({ query, log }) => {
  const lots = await query<LotRow>(
    'order-routing',
    `SELECT id, declared, free, held, offered, confirmed, in_transit AS "inTransit", delivered, withdrawn, written_off AS "writtenOff",
       version, coalesce(c.given, 0) AS given, coalesce(c.free, 0) AS "givenFree"
     FROM lot LEFT JOIN (SELECT lot_id, sum(declared)::bigint AS given, sum(free)::bigint AS free FROM lot_contribution GROUP BY lot_id) c ON c.lot_id = id
     WHERE received = chunks`,
  );
  const allocated = new Map(
    (
      await query<{ at: string; quantity: number }>(
        'order-routing',
        `SELECT lot_id || ' ' || status AS at, sum(quantity)::bigint AS quantity FROM allocation GROUP BY 1`,
      )
    ).map((row) => [row.at, row.quantity]),
  );
  return lots.flatMap((lot) => {
    const faults: string[] = [];
    const say = (what: string): void => void faults.push(`lot ${lot.id}: ${what}`);
    if (sum(lot) !== lot.declared) say(`parts sum to ${String(sum(lot))}, declared are ${String(lot.declared)}`);
    if (lot.given !== lot.declared)
      say(`contributions sum to ${String(lot.given)}, declared are ${String(lot.declared)}`);
    if (lot.givenFree !== lot.free) say(`contributors have ${String(lot.givenFree)} free, the lot ${String(lot.free)}`);
    for (const status of ['offered', 'confirmed'] as const) {
      const served = allocated.get(`${lot.id} ${status}`) ?? 0;
      if (served !== lot[status]) say(`${status} is ${String(lot[status])}, its allocations sum to ${String(served)}`);
    }
    const published = log.latest.get(`/serap/order-routing balance:${lot.id}`);
    if (published?.sequence !== lot.version)
      say(`the log is at version ${String(published?.sequence)}, the table at ${String(lot.version)}`);
    else if (isBalance(published) && PARTS.some((part) => published.data[part] !== lot[part]))
      say('the log has other figures');
    return faults;
  });
};

const neverOversold: Audit = ({ log }) => {
  const declared = new Map<string, number>();
  const faults: string[] = [];
  for (const event of log.events.filter(isBalance)) {
    const { lotId } = event.data;
    const before = declared.get(lotId) ?? event.data.declared;
    declared.set(lotId, before);
    const fits =
      event.data.declared === before && sum(event.data) === before && PARTS.every((part) => event.data[part] >= 0);
    if (!fits) faults.push(`lot ${lotId} at version ${String(event.sequence)}`);
  }
  return Promise.resolve(faults);
};

const agree: Audit = async ({ query }) => {
  const routing = await query<{
    id: string;
    version: number;
    free: number;
    declared: number;
    confirmed: number;
    offered: number;
  }>('order-routing', 'SELECT id, version, declared, free, confirmed, offered FROM lot WHERE received = chunks');
  const registry = await query<{
    id: string;
    version: number;
    free: number;
    declared: number;
    confirmed: number;
    offered: number;
  }>(
    'producer-registry',
    `SELECT id, balance_version AS version, quantity AS declared, (balance->>'free')::bigint AS free,
            (balance->>'confirmed')::bigint AS confirmed, (balance->>'offered')::bigint AS offered FROM lots`,
  );
  const there = new Map(registry.map((lot) => [lot.id, lot]));
  const faults: string[] = [];
  for (const lot of routing) {
    const other = there.get(lot.id);
    there.delete(lot.id);
    if (!other) faults.push(`lot ${lot.id} is unknown to the registry`);
    else if (other.version !== lot.version)
      faults.push(`lot ${lot.id}: the registry lags, at version ${String(other.version)} of ${String(lot.version)}`);
    else if (JSON.stringify(other) !== JSON.stringify({ ...lot })) {
      const same = (['declared', 'free', 'confirmed', 'offered'] as const).every((part) => other[part] === lot[part]);
      if (!same) faults.push(`lot ${lot.id}: the registry has other figures`);
    }
  }
  for (const id of there.keys()) faults.push(`lot ${id} was declared, but routing does not have it`);
  return faults;
};

export const auditBalances = { addUp, neverOversold, agree };
