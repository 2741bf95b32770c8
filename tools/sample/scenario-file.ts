import 'reflect-metadata';
import { plainToInstance, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  Matches,
  Max,
  Min,
  ValidateNested,
  validateSync,
  type ValidationError,
} from 'class-validator';
import { isLocalDate } from '#kernel/local-date.js';
import { covers, isRegionCode } from '#kernel/region-code.js';

const KINDS = ['P-IRT', 'HALAL', 'SNI', 'ORGANIC', 'MD'];

function Kinds(): PropertyDecorator {
  return (target, property) => {
    for (const rule of [IsArray(), ArrayUnique(), IsIn(KINDS, { each: true })]) rule(target, property);
  };
}

class LotInFile {
  @Matches(/^[A-Za-z0-9][A-Za-z0-9-]{0,29}$/) id: string;
  @IsInt() @Min(1) @Max(1_000_000_000) kg: number;
  @Kinds() certificates: string[];
}

class PartnerInFile {
  @Matches(/^\d{2}(\.\d{2}(\.\d{2}(\.[12]\d{3})?)?)?$/) code: string;
  @Matches(/^\d{2}(\.\d{2}(\.\d{2}(\.[12]\d{3})?)?)?$/) deliverTo: string;
  @IsInt() @Min(1) @Max(1_000_000_000) quotaKg: number;
  @IsInt() @Min(1) @Max(1_000_000_000) wantsKg: number;
  @Kinds() certificates: string[];
  @IsInt() @Min(0) @Max(365) transitDays: number;
  @IsInt() @Min(0) @Max(3_650) lifeDays: number;
  @IsInt() @Min(0) @Max(1_000_000) freightPerKg: number;
}

/** A scenario of one's own: whole kilograms of sugar, no sacks (`--file`). */
export class ScenarioFile {
  @Matches(/^\d{4}-\d{2}-\d{2}$/) day: string;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique((lot: LotInFile) => lot.id, { message: 'two lots have the same id' })
  @ValidateNested({ each: true })
  @Type(() => LotInFile)
  lots: LotInFile[];
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique((partner: PartnerInFile) => partner.code, { message: 'two partners have the same code' })
  @ValidateNested({ each: true })
  @Type(() => PartnerInFile)
  partners: PartnerInFile[];
}

/** @throws Error that names every fault of the file by its JSON Pointer */
export function readScenarioFile(json: unknown): ScenarioFile {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new Error('The scenario file is not usable:\n  : must be an object with day, lots and partners');
  }
  const file = plainToInstance(ScenarioFile, json);
  const shape = pointers(
    validateSync(file, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true }),
  );
  const faults = shape.length > 0 ? shape : meaning(file);
  if (faults.length > 0) throw new Error(`The scenario file is not usable:\n  ${faults.join('\n  ')}`);
  return file;
}

function pointers(errors: readonly ValidationError[], parent = ''): string[] {
  return errors.flatMap((error) => {
    const pointer = `${parent}/${error.property}`;
    const own = Object.values(error.constraints ?? {}).map((message) => `${pointer}: ${message}`);
    return [...own, ...pointers(error.children ?? [], pointer)];
  });
}

function meaning({ day, partners }: ScenarioFile): string[] {
  return [
    ...(isLocalDate(day) ? [] : ['/day: is no date of the calendar']),
    ...partners.flatMap(({ code, deliverTo }, index) => [
      ...(isRegionCode(code) && !covers('33.02', code)
        ? []
        : [`/partners/${String(index)}/code: must be another region`]),
      ...(covers(code, deliverTo) ? [] : [`/partners/${String(index)}/deliverTo: must lie in ${code}`]),
    ]),
  ];
}
