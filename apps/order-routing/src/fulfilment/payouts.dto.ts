import { ArrayMaxSize, ArrayMinSize, IsArray, IsUUID } from 'class-validator';
import { IsText, MayBeAbsent } from '#platform/http/shapes.js';

export class PayoutDto {
  /** Of the bank transfer, or of the list on which the cash was signed for. */
  @IsText(100) reference: string;
  /** Who is paid, each all that is due. Default: everybody to whom something is due. */
  @MayBeAbsent() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(10_000) @IsUUID('all', { each: true }) producers?: string[];
}
