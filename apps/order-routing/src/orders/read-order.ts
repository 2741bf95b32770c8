import { Injectable } from '@nestjs/common';
import type { Words } from '#kernel/refusals/words.js';
import { says } from '#kernel/refusals/sentences.js';
import { BusinessClock } from '#kernel/business-clock.js';
import { DomainError, faultAt } from '#kernel/domain-error.js';
import { localDateAt } from '#kernel/local-date.js';
import { toBaseUnits } from '#kernel/quantity.js';
import { covers } from '#kernel/region-code.js';
import type { Caller } from '#platform/access/allow.js';
import { originFault, regionFault, wasRegency } from '#platform/regions/region-list.js';
import type { PlacedLine } from '../domain/decisions/place-order.js';
import { Coverage } from './coverage.js';
import type { JointPart } from '../domain/ledger/line.js';
import type { Order } from '../domain/ledger/order.js';
import type { BuyerDto, JointPartDto, OrderLineDto, PlaceOrderDto } from './order.dto.js';

/** 100,000 t, or as many pairs, as for a statement of surplus: sums over a whole market are still exact. */
const MAX_QUANTITY = 100_000_000_000;

type ReadLine = Omit<PlacedLine, 'lineId'>;
/** What a line wants, and where. */
type Placed = Pick<ReadLine, 'commodity' | 'deliverTo'>;

/** Reads an order of valid shape against what is known today: units, regions, dates, origins. Changes nothing. */
@Injectable()
export class ReadOrder {
  constructor(
    private readonly coverage: Coverage,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError ORIGIN_REQUIRED, COMMODITY_UNKNOWN, QUANTITY_…, UNIT_MISMATCH, INVALID; with pointers */
  async read(caller: Caller, order: PlaceOrderDto): Promise<{ origin: string; lines: ReadLine[] }> {
    if (order.origin !== undefined) refuseIf(originFault(order.origin), '/origin');
    refuseIf(taxNumberFault(order.buyer), '/buyer/npwp');
    const places: Placed[] = [];
    for (const [index, line] of order.lines.entries()) places.push(await this.placeOf(caller, line, index));
    const origin = order.origin ?? (await this.coverage.originFor(places));
    const lines: ReadLine[] = [];
    for (const [index, line] of order.lines.entries()) {
      lines.push(await this.readLine(origin, line, places[index]?.deliverTo ?? caller.region, index));
    }
    return { origin, lines };
  }

  /** Commodities that can be ordered at all. */
  commodities(): Promise<string[]> {
    return this.coverage.commodities();
  }

  /** By the business clock. */
  today(region: string): string {
    return localDateAt(this.clock.now(), region);
  }

  /** What is judged before it is known whose order it is. */
  private async placeOf(caller: Caller, line: OrderLineDto, index: number): Promise<Placed> {
    const pointer = `/lines/${String(index)}`;
    const deliverTo = line.deliverTo ?? caller.region;
    if (!covers(caller.region, deliverTo)) {
      throw refused(`${pointer}/deliverTo`, says('within-own', { region: caller.region }));
    }
    refuseIf(regionFault(deliverTo), `${pointer}/deliverTo`);
    if (line.needBy < this.today(deliverTo)) throw refused(`${pointer}/needBy`, says('not-past'));
    await this.coverage.refuseUnknown(line.commodity, `${pointer}/commodity`);
    return { commodity: line.commodity, deliverTo };
  }

  private async readLine(origin: string, line: OrderLineDto, deliverTo: string, index: number): Promise<ReadLine> {
    const pointer = `/lines/${String(index)}`;
    const unit = await this.coverage.unitOf(origin, line.commodity, `${pointer}/commodity`);
    const inBaseUnits = (value: number | string, field: string): number =>
      at(pointer, field, () => upToMaximum(toBaseUnits(value, line.unit, unit)));
    const wanted = inBaseUnits(line.quantity, 'quantity');
    const minimum = line.minimum === undefined ? 0 : inBaseUnits(line.minimum, 'minimum');
    if (minimum > wanted) throw refused(`${pointer}/minimum`, says('minimum-above'));
    return {
      deliverTo,
      commodity: line.commodity,
      unit,
      quantity: wanted,
      maxLandedPrice: line.maxLandedPrice ?? null,
      certificates: [...new Set(line.certificates)].sort(),
      needBy: line.needBy,
      minLifeDays: line.minLifeDays,
      minimum,
      partial: line.partial,
      // Left out where it says nothing new: a retry of a call that an earlier release took is the same call.
      ...(line.use === 'resale' ? {} : { use: line.use }),
      ...(line.parts === undefined ? {} : { parts: readParts(line.parts, wanted, inBaseUnits, pointer) }),
    };
  }
}

function readParts(
  parts: readonly JointPartDto[],
  wanted: number,
  inBaseUnits: (value: number | string, field: string) => number,
  pointer: string,
): JointPart[] {
  const read = parts.map(({ buyer, quantity: part }, index) => ({
    buyer: buyerOf(buyer),
    quantity: inBaseUnits(part, `parts/${String(index)}/quantity`),
  }));
  const sum = read.reduce((total, part) => total + part.quantity, 0);
  if (sum !== wanted) throw refused(`${pointer}/parts`, says('parts-sum', { sum, wanted }));
  return read;
}

/** Only what is there: absent numbers stay absent. */
export function buyerOf({ name, nib, npwp }: BuyerDto): Order['buyer'] {
  return { name, ...(nib === undefined ? {} : { nib }), ...(npwp === undefined ? {} : { npwp }) };
}

/** An individual's tax number is the NIK; one of 16 digits that begins with 0 is an older one of 15. */
function taxNumberFault({ npwp = '' }: BuyerDto): Words | undefined {
  const [, province, regency, district] = /^([1-9]\d)(\d\d)(\d\d)\d{10}$/.exec(npwp) ?? [];
  if (province === undefined || regency === undefined) return undefined;
  return wasRegency(`${province}.${regency}`) && district !== '00' ? undefined : says('nik-region');
}

function refuseIf(fault: Words | undefined, pointer: string): void {
  if (fault) throw refused(pointer, fault);
}

function refused(pointer: string, said: Words): DomainError {
  return new DomainError('INVALID', {}, [faultAt(pointer, said)]);
}

function upToMaximum(quantity: number): number {
  if (quantity <= MAX_QUANTITY) return quantity;
  throw new DomainError('QUANTITY_INVALID.maximum', { max: MAX_QUANTITY });
}

/** Says where in a line a rule of the kernel was broken. */
function at<T>(line: string, field: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const pointer = `${line}/${error.code === 'UNIT_MISMATCH' ? 'unit' : field}`;
    throw error.withFaults([faultAt(pointer, error.said)]);
  }
}
