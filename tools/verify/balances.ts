import type { EventData, SerapEvent } from '#contracts/events.js';
import type { Audit } from './invariant.js';

type Balance = EventData<'serap.allocation.lot-balance.v1'>;
type BalanceEvent = Extract<SerapEvent, { type: 'serap.allocation.lot-balance.v1' }>;

const PARTS = ['free', 'held', 'offered', 'confirmed', 'inTransit', 'delivered', 'withdrawn', 'writtenOff'] as const;

const sum = (balance: Balance): number => PARTS.reduce((total, part) => total + balance[part], 0);
const isBalance = (event: SerapEvent): event is BalanceEvent => event.type === 'serap.allocation.lot-balance.v1';

/** Parts of a balance that live allocations make, with their status. */
const SERVED = [
  ['offered', 'offered'],
  ['confirmed', 'confirmed'],
  ['inTransit', 'dispatched'],
] as const;

interface LotRow extends Balance {
  readonly id: string;
  readonly version: number;
  readonly given: number;
  readonly givenFree: number;
  readonly givenHeld: number;
}

const addUp: Audit = async ({ query, log }) => {
  const lots = await query<LotRow>(
    'order-routing',
    `SELECT id, lot.declared, lot.free, lot.held, offered, confirmed, in_transit AS "inTransit", delivered, withdrawn, written_off AS "writtenOff",
       version, coalesce(c.given, 0) AS given, coalesce(c.given_free, 0) AS "givenFree",
       coalesce(c.given_held, 0) AS "givenHeld"
     FROM lot LEFT JOIN (SELECT lot_id, sum(declared)::bigint AS given, sum(free)::bigint AS given_free, sum(held + barred)::bigint AS given_held FROM lot_contribution GROUP BY lot_id) c ON c.lot_id = id
     WHERE received = chunks`,
  );
  const allocated = new Map(
    (
      await query<{ at: string; quantity: number }>(
        'order-routing',
        `SELECT lot_id || ' ' || status AS at, sum(quantity)::bigint AS quantity FROM allocation
         WHERE status IN ('offered', 'confirmed', 'dispatched') GROUP BY 1
         UNION ALL SELECT lot_id || ' accepted', sum(accepted)::bigint FROM allocation GROUP BY 1`,
      )
    ).map((row) => [row.at, row.quantity]),
  );
  return lots.flatMap((lot) => {
    const faults: string[] = [];
    const say = (what: string): void => void faults.push(`lot ${lot.id}: ${what}`);
    if (sum(lot) !== lot.declared) say(`parts sum to ${String(sum(lot))}, declared are ${String(lot.declared)}`);
    if (lot.given !== lot.declared) {
      say(`contributions sum to ${String(lot.given)}, declared are ${String(lot.declared)}`);
    }
    if (lot.givenFree !== lot.free) say(`contributors have ${String(lot.givenFree)} free, the lot ${String(lot.free)}`);
    if (lot.givenHeld !== lot.held) say(`contributors have ${String(lot.givenHeld)} held, the lot ${String(lot.held)}`);
    for (const [part, status] of SERVED) {
      const served = allocated.get(`${lot.id} ${status}`) ?? 0;
      if (served !== lot[part]) say(`${part} is ${String(lot[part])}, its allocations sum to ${String(served)}`);
    }
    const accepted = allocated.get(`${lot.id} accepted`) ?? 0;
    if (accepted !== lot.delivered) say(`delivered is ${String(lot.delivered)}, accepted were ${String(accepted)}`);
    const published = log.latest.get(`/serap/order-routing balance:${lot.id}`);
    if (published?.sequence !== lot.version) {
      say(`the log is at version ${String(published?.sequence)}, the table at ${String(lot.version)}`);
    } else if (isBalance(published) && PARTS.some((part) => published.data[part] !== lot[part])) {
      say('the log has other figures');
    }
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

interface Balanced {
  readonly id: string;
  readonly version: number;
  /** Every part of the balance, in one text that both sides write alike. */
  readonly parts: string;
}

const COLUMNS = `concat_ws(' ', declared, free, held, offered, confirmed, in_transit, delivered, withdrawn, written_off, expired, spoiled,
  recalled)`;

/** Compared at equal versions: a registry that lags is reported as that, never passed over. */
const agree: Audit = async ({ query }) => {
  const routing = await query<Balanced>(
    'order-routing',
    `SELECT id, version, ${COLUMNS} AS parts FROM lot WHERE received = chunks`,
  );
  const registry = await query<Balanced>(
    'producer-registry',
    `SELECT lot.id, coalesce(lot_balance.version, 0) AS version, ${COLUMNS} AS parts FROM lot LEFT JOIN lot_balance ON lot_id = lot.id`,
  );
  const there = new Map(registry.map((lot) => [lot.id, lot]));
  const faults: string[] = [];
  for (const { id, version, parts } of routing) {
    const other = there.get(id);
    there.delete(id);
    if (!other) {
      faults.push(`lot ${id} is unknown to the registry`);
    } else if (other.version !== version) {
      faults.push(`lot ${id}: the registry is at version ${String(other.version)} of ${String(version)}`);
    } else if (other.parts !== parts) {
      faults.push(`lot ${id}: the registry has ${other.parts}, routing ${parts}`);
    }
  }
  for (const id of there.keys()) faults.push(`lot ${id} was declared, but routing does not have it`);
  return faults;
};

export const auditBalances = { addUp, neverOversold, agree };
