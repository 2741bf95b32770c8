import { ArrayMaxSize, IsOptional, IsString, MaxLength, ValidateBy } from 'class-validator';
import { IsId, IsRegionCode, Nested } from './shapes.js';

function IsOrder(): PropertyDecorator {
  return ValidateBy({
    name: 'isOrder',
    validator: {
      validate: (value: unknown) =>
        typeof value === 'object' && value !== null && !Array.isArray(value) && 'lines' in value,
    },
  });
}

/**
 * An order of a partner's system. Key: partner region. Owner: the partner; who that is says the bearer token in the
 * record's `authorization` header, never the data.
 */
export class OrderIntake {
  /** What POST /api/orders takes. Judged when it is placed, so that its sender hears of every fault: OrderRejected. */
  @IsOrder() order: object;
}

/** What is wrong in an order, and where: a JSON Pointer into it. */
export class OrderFault {
  @IsString() @MaxLength(500) pointer: string;
  @IsString() @MaxLength(500) message: string;
}

/**
 * An order that came without anybody waiting for the answer was refused; it never comes to be. Key: partner region.
 * Owner: order-routing. Subject: `order:<id>`, the id that it would have had. Causation: the intake event.
 */
export class OrderRejected {
  @IsId() orderId: string;
  @IsRegionCode() partner: string;
  /** Id of the intake event. */
  @IsString() @MaxLength(200) intakeId: string;
  /** Stable, as in the problems of the HTTP door. */
  @IsId() code: string;
  @IsOptional() @IsString() @MaxLength(1_000) detail?: string;
  @Nested(OrderFault) @ArrayMaxSize(100) faults: OrderFault[];
}
