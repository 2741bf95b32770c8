import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../system/root.js';
import type { ServiceName } from '#contracts/topics.js';

/** Of everything here, by its SPDX name. */
export const { license: LICENCE } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { license: string };

/** Where a service's committed document lies, seen from the checkout's root. */
export function fileOf(service: ServiceName): string {
  return `docs/api/${service}.openapi.json`;
}
