import { Injectable } from '@nestjs/common';
import { BusinessClock } from '#kernel/business-clock.js';
import { DomainError } from '#kernel/domain-error.js';
import { localDateAt } from '#kernel/local-date.js';
import { quantity, toBaseUnits } from '#kernel/quantity.js';
import { covers } from '#kernel/region-code.js';
import { deterministicUuid } from '#kernel/uuid.js';
import type { Caller } from '#platform/access/allow.js';
import { requireIdempotency } from '#platform/database/transactions.js';
import { acting } from '#platform/runtime/acting.js';
import type { PlacedLine } from '../domain/inputs.js';
import { Markets } from '../market/markets.js';
import { Coverage } from './coverage.js';
import type { OrderLineDto, PlaceOrderDto } from './order.dto.js';
import type { OrderView } from './present-order.js';

/** Places an order of the caller's region and answers with what is promised of it, and why not more. */
@Injectable()
export class PlaceOrder {
  constructor(
    private readonly markets: Markets,
    private readonly coverage: Coverage,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * @returns the order with its promises; or only its id when the market's owner did not answer in time
   * @throws DomainError ORIGIN_REQUIRED, COMMODITY_UNKNOWN, INVALID (with pointers), IDEMPOTENCY_KEY_…
   */
  async run(caller: Caller, order: PlaceOrderDto): Promise<{ order: OrderView } | { pending: string }> {
    const idempotency = requireIdempotency();
    // From the key: the same call names the same order, also when it is sent to another replica.
    const orderId = deterministicUuid('order', idempotency.scope, idempotency.key);
    const lines: PlacedLine[] = [];
    for (const [index, line] of order.lines.entries()) lines.push(await this.placedLine(caller, orderId, line, index));
    const origin = order.origin ?? (await this.coverage.originFor(lines));
    const { principal, correlationId } = acting();
    const outcome = await this.markets.submit(origin, {
      idempotency,
      actor: { principal, correlationId },
      input: {
        kind: 'order-placed',
        payload: {
          orderId,
          partner: caller.region,
          placedBy: caller.subject,
          buyer: order.buyer,
          reference: order.reference ?? null,
          lines,
        },
      },
    });
    return outcome === 'pending' ? { pending: orderId } : { order: outcome.answer as OrderView };
  }

  private async placedLine(caller: Caller, orderId: string, line: OrderLineDto, index: number): Promise<PlacedLine> {
    const pointer = `/lines/${String(index)}`;
    const deliverTo = line.deliverTo ?? caller.region;
    if (!covers(caller.region, deliverTo))
      throw refused(`${pointer}/deliverTo`, `must lie in your region, ${caller.region}`);
    if (line.needBy < localDateAt(this.clock.now(), deliverTo))
      throw refused(`${pointer}/needBy`, 'must not have passed');
    const unit = await this.coverage.unitOf(line.commodity, `${pointer}/commodity`);
    const inBaseUnits = (value: number | string, field: string): number =>
      at(`${pointer}/${field}`, () => toBaseUnits(value, line.unit, unit));
    return {
      lineId: deterministicUuid('line', orderId, String(index)),
      deliverTo,
      commodity: line.commodity,
      unit,
      quantity: quantity(inBaseUnits(line.quantity, 'quantity')),
      maxLandedPrice: line.maxLandedPrice ?? null,
      certificates: [...new Set(line.certificates)].sort(),
      needBy: line.needBy,
      minLifeDays: line.minLifeDays,
      minimum: line.minimum === undefined ? 0 : inBaseUnits(line.minimum, 'minimum'),
      partial: line.partial,
    };
  }
}

function refused(pointer: string, message: string): DomainError {
  return new DomainError('INVALID', 'One field is not acceptable; see errors.', [{ pointer, message }]);
}

/** Says where in the request a rule of the kernel was broken. */
function at<T>(pointer: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof DomainError)
      throw new DomainError(error.code, error.message, [{ pointer, message: error.message }]);
    throw error;
  }
}
