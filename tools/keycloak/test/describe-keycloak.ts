import { describeWhere } from '../../java/test/describe-where.js';
import { keycloakAvailability } from '../server.js';

/** What deploy/keycloak/realm.json asks for; for a Keycloak on this machine only. */
export const SAMPLE_SECRETS = {
  SERAP_MACHINE_CLIENT_SECRET: 'rahasia-mesin',
  SERAP_OIDC_CLIENT_SECRET: 'rahasia-halaman',
  SERAP_SAMPLE_PASSWORD: 'sandi-contoh-1',
} as const;

export function describeKeycloak(name: string, body: () => void): void {
  describeWhere(keycloakAvailability(), name, body);
}
