import type { ServiceName } from '../system/service-process.js';

/** Where a service's committed document lies, seen from the checkout's root. */
export function fileOf(service: ServiceName): string {
  return `docs/api/${service}.openapi.json`;
}
