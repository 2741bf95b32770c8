import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Injectable, type PipeTransform } from '@nestjs/common';
import { notFound } from '#platform/http/validate.js';

let regencies: ReadonlySet<string> | undefined;

/**
 * Whether goods can come from there: a regency or city that exists, by its Kemendagri code. Each market has a row, a lease
 * and an owner that looks after it, so none is made for any other word. Source: idn-area-data (ODbL), docs/decisions/0007.
 */
export function isOrigin(code: string): boolean {
  regencies ??= readRegencies();
  return regencies.has(code);
}

/** A path's origin: what is no regency has no market. */
@Injectable()
export class OriginPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (isOrigin(value)) return value;
    throw notFound();
  }
}

function readRegencies(): ReadonlySet<string> {
  const folder = pathToFileURL(createRequire(import.meta.url).resolve('idn-area-data/package.json'));
  const [, ...lines] = readFileSync(new URL('data/regencies.csv', folder), 'utf8').split(/\r?\n/);
  return new Set(lines.flatMap((line) => /^\d\d\.\d\d(?=,)/.exec(line) ?? []));
}
