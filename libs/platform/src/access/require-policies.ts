import type { INestApplicationContext } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { POLICY } from './allow.js';

/**
 * @param app with DiscoveryModule imported
 * @throws Error naming every route that has no policy: the service does not start
 */
export function requirePolicies(app: INestApplicationContext): void {
  const scanner = app.get(MetadataScanner);
  const reflector = app.get(Reflector);
  const open: string[] = [];
  for (const { instance, metatype } of app.get(DiscoveryService).getControllers()) {
    if (!metatype) continue;
    const prototype = Object.getPrototypeOf(instance) as Record<string, (...args: unknown[]) => unknown>;
    for (const name of scanner.getAllMethodNames(prototype)) {
      const handler = prototype[name];
      if (!handler || Reflect.getMetadata(PATH_METADATA, handler) === undefined) continue;
      if (reflector.getAllAndOverride(POLICY, [handler, metatype]) === undefined) open.push(`${metatype.name}.${name}`);
    }
  }
  if (open.length > 0) throw new Error(`Routes without a policy: ${open.join(', ')}. Add @Allow(…) or @Public().`);
}
