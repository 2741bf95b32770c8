import { DomainError } from '#kernel/domain-error.js';
import { addDays } from '#kernel/local-date.js';
import { validate } from '#platform/http/validate.js';
import { PlaceOrderDto } from '../../orders/order.dto.js';

/**
 * What a standing order places on a day.
 *
 * @throws DomainError INVALID with pointers below /order
 */
export async function orderOfDay(order: object, day: string, needWithinDays: number): Promise<PlaceOrderDto> {
  const { lines } = order as { lines?: unknown };
  const needBy = addDays(day, needWithinDays);
  const dated = Array.isArray(lines) ? lines.map((line: unknown) => withNeedBy(line, needBy)) : lines;
  try {
    return await validate(PlaceOrderDto, { ...order, lines: dated });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw error.withFaults(error.faults.map((fault) => ({ ...fault, pointer: `/order${fault.pointer}` })));
  }
}

function withNeedBy(line: unknown, needBy: string): unknown {
  if (typeof line !== 'object' || line === null || Array.isArray(line)) return line;
  // A date of its own would be wrong on every day but one.
  return 'needBy' in line ? { ...line, needBy: null } : { ...line, needBy };
}
