import { Injectable, type PipeTransform } from '@nestjs/common';
import { isRegency } from '#platform/regions/region-list.js';
import { notFound } from '#platform/http/validate.js';

/**
 * Whether goods can come from there: a regency or city that exists. Each market has a row, a lease and an owner that looks
 * after it, so none is made for any other word.
 */
export const isOrigin = isRegency;

/** A path's origin: what is no regency has no market. */
@Injectable()
export class OriginPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (isOrigin(value)) return value;
    throw notFound();
  }
}
