import { DomainError, faultAt } from '#kernel/domain-error.js';
import { says } from '#kernel/refusals/sentences.js';
import type { BaseUnit } from '#kernel/units.js';
import type { OrderPlaced } from '../decisions/place-order.js';
import type { DecisionContext } from '../ledger/decision-context.js';
import { supposeWish, type Line } from '../ledger/line.js';
import type { MarketState } from '../ledger/market-state.js';
import { found, inBaseUnits } from './faults.js';
import type { ChangedLine, NewDemand, Supposed } from './supposed.js';

/** Lines that ask for something else. */
export function supposeLines(context: DecisionContext, { lines = [] }: Pick<Supposed, 'lines'>): void {
  for (const [index, change] of lines.entries()) changeLine(context, change, `/lines/${String(index)}`);
}

function changeLine(context: DecisionContext, change: ChangedLine, pointer: string): void {
  const { line: id, quantity, minimum, unit, ...asked } = change;
  const known = context.state.lines.get(id);
  const line = found(known?.status === 'open' ? known : undefined, `${pointer}/line`);
  const inUnits = (value: number | string, field: string): number => {
    if (Number(value) === 0 && field === 'minimum') return 0;
    return inBaseUnits(value, unit ?? smallestOf(line), line.unit, `${pointer}/${field}`);
  };
  const wanted = quantity === undefined ? line.wanted : inUnits(quantity, 'quantity');
  const least = line.promised + line.waived;
  if (wanted < least) {
    throw new DomainError('INVALID', {}, [faultAt(`${pointer}/quantity`, says('at-least', { min: least }))]);
  }
  supposeWish(context, line, {
    ...asked,
    wanted,
    ...(minimum === undefined ? {} : { minimum: inUnits(minimum, 'minimum') }),
  });
}

/** Who gives no unit means base units. */
function smallestOf({ unit }: Line): 'g' | 'pair' | 'piece' {
  return ({ GRAM: 'g', PAIR: 'pair', PIECE: 'piece' } as const)[unit];
}

/**
 * Orders of one line that partners would place, to be decided after everything else, in this order.
 *
 * @throws DomainError COMMODITY_UNKNOWN for goods that neither terms nor lots know
 */
export function supposedOrders(state: MarketState, { demand = [] }: Pick<Supposed, 'demand'>): OrderPlaced[] {
  return demand.map((wish, index) => {
    const pointer = `/demand/${String(index)}`;
    const unit = unitOf(state, wish, `${pointer}/commodity`);
    const orderId = `what-if-${String(index + 1)}`;
    const { partner, deliverTo = partner, commodity, quantity, unit: trade, ...asked } = wish;
    const wanted = inBaseUnits(quantity, trade, unit, `${pointer}/quantity`);
    return {
      orderId,
      partner,
      placedBy: 'what-if',
      buyer: { name: 'what-if' },
      reference: null,
      lines: [{ ...asked, lineId: orderId, deliverTo, commodity, unit, quantity: wanted, minimum: 0 }],
    };
  });
}

function unitOf({ terms, lots }: MarketState, { commodity }: NewDemand, pointer: string): BaseUnit {
  for (const records of [terms, lots]) {
    for (const record of records.values()) if (record.commodity === commodity) return record.unit;
  }
  const refusal = new DomainError('COMMODITY_UNKNOWN', { commodity });
  throw refusal.withFaults([faultAt(pointer, refusal.said)]);
}
