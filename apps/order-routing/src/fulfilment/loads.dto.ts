import { Type } from 'class-transformer';
import { IsIn, IsNotEmptyObject, IsUUID, ValidateIf, ValidateNested } from 'class-validator';
import { SAID_UNITS, type TradeUnit } from '#kernel/units.js';
import { IsDecimal } from '#platform/http/is-decimal.js';
import { IsCalendarDate, IsCode, IsText, ListOf, MayBeAbsent } from '#platform/http/shapes.js';
import { VEHICLE_KINDS, type Vehicle } from '../domain/ledger/load.js';
import { CAPACITY_UNITS, type CapacityUnit } from './capacity.js';
import { LegDto } from './fulfilment.dto.js';

export class LoadPartDto {
  /** Confirmed, of any order and seller of the origin. */
  @IsUUID('all') allocation: string;
  /** How much of it goes in, in `unit`; what is left stays for another load. Absent: all of it. */
  @MayBeAbsent() @IsDecimal() quantity?: number | string;
  /** Of `quantity`, wherever there is one. */
  @ValidateIf(({ quantity, unit }: LoadPartDto) => quantity !== undefined || unit !== undefined)
  @IsIn(SAID_UNITS)
  unit?: TradeUnit;
}

export class VehicleDto {
  /** `part-load`: a place in somebody else's vehicle. */
  @IsIn(VEHICLE_KINDS) kind: Vehicle['kind'];
  /** Its registration, or the number of the container. */
  @MayBeAbsent() @IsText(40) number?: string;
}

export class CapacityDto {
  /** In `unit`, as a number or a decimal text with a dot. */
  @IsDecimal() quantity: number | string;
  @IsIn(CAPACITY_UNITS) unit: CapacityUnit;
}

/** A paper that goes with a load: either its number, or why there is none. */
export class PaperDto {
  @IsCode() kind: string;
  @MayBeAbsent() @IsText(100) number?: string;
  @MayBeAbsent() @IsText(300) missing?: string;
}

export class LoadDto {
  /** All for one place. */
  @ListOf(() => LoadPartDto, { min: 1, max: 1_000 })
  parts: LoadPartDto[];
  /** Each starts where the one before it ends. */
  @ListOf(() => LegDto, { min: 1, max: 20 })
  legs: LegDto[];
  @MayBeAbsent() @IsNotEmptyObject() @ValidateNested() @Type(() => VehicleDto) vehicle?: VehicleDto;
  /** Most that goes in; the parts together are no more. */
  @MayBeAbsent() @IsNotEmptyObject() @ValidateNested() @Type(() => CapacityDto) capacity?: CapacityDto;
  @MayBeAbsent() @IsText(100) carrier?: string;
  @MayBeAbsent() @ListOf(() => PaperDto, { max: 20 }) papers: PaperDto[] = [];
}

export class EtaDto {
  /** New estimated arrival, a date at the end of the leg; later legs move by as many days. */
  @IsCalendarDate() eta: string;
  @IsText(500) reason: string;
}
