import type { ServiceName } from '../system/service-process.js';

/** Where a service's committed document lies, seen from the checkout's root. */
export function fileOf(service: ServiceName): string {
  return `docs/api/${service}.openapi.json`;
}

/** Where the types of its client lie. */
export function typesFileOf(service: ServiceName): string {
  return `tools/system/generated/${service}.d.ts`;
}
