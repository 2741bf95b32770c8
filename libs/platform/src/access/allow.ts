import { createParamDecorator, SetMetadata, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Permission, Scope } from './permissions.js';
import type { Principal } from './principal.js';

export const POLICY = 'serap:policy';
export type Policy = Permission | 'public';

/** Every route says who may call it; one that does not fails the boot. */
export const Allow = (permission: Permission): CustomDecorator => SetMetadata(POLICY, permission satisfies Policy);

/** Open to everyone: health, metrics, the page's own files. */
export const Public = (): CustomDecorator => SetMetadata(POLICY, 'public' satisfies Policy);

/** The caller, with the scope in which the route's permission is held. */
export interface Caller extends Principal {
  readonly scope: Scope;
}

export interface AuthenticatedRequest extends FastifyRequest {
  caller?: Caller;
}

/** Injects the verified caller into a handler. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (!caller) throw new Error('A public route has no caller.');
  return caller;
});
