import type { ClientMetadata } from 'oidc-provider';
import { ROLES, type Role } from '#platform/access/principal.js';
import { clientSecret } from './settings.js';

const SHAPE = /^([a-z-]+)@(\d\d(?:\.\d\d(?:\.\d\d(?:\.\d{4})?)?)?)(?:@([0-9a-f-]{36}))?$/;

/** What a client acts as: there is one for each role and region, and for each aggregator of a cooperative. */
export interface Machine {
  readonly role: Role;
  readonly region: string;
  readonly aggregator?: string;
}

export function machineId({ role, region, aggregator }: Machine): string {
  return [role, region, ...(aggregator === undefined ? [] : [aggregator])].join('@');
}

/** @returns undefined for an id that is no machine's */
export function machineOf(id: string): Machine | undefined {
  const [, name, region, aggregator] = SHAPE.exec(id) ?? [];
  const role = ROLES.find((one) => one === name);
  if (role === undefined || region === undefined) return undefined;
  return { role, region, ...(aggregator === undefined ? {} : { aggregator }) };
}

/** The client as the provider wants it, made when it is asked for. */
export function machineClient(id: string, secret: string): ClientMetadata | undefined {
  if (!machineOf(id)) return undefined;
  return {
    client_id: id,
    client_secret: clientSecret(secret, id),
    grant_types: ['client_credentials'],
    redirect_uris: [],
    response_types: [],
    token_endpoint_auth_method: 'client_secret_basic',
  };
}
