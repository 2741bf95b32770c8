import { IsText } from '#platform/http/shapes.js';
import { ReceiptDto } from './fulfilment.dto.js';

export class ReceiptCorrectionDto extends ReceiptDto {
  /** What was wrong, in the words of who counted. */
  @IsText(500) reason: string;
}

export class ReversalDto {
  /** Why it is no payment after all. */
  @IsText(500) reason: string;
}
