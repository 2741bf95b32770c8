import { spawnSync } from 'node:child_process';
import type { Availability } from '../java/java.js';
import { kafkaAvailability } from '../kafka/jars.js';
import { keycloakAvailability } from '../keycloak/distribution.js';

const PROGRAMS = ['unshare', 'nsenter', 'setpriv', 'psql', 'pg_isready', 'git'];

/** Whether this machine can stand for a container engine, and if not, what is missing, in words for a person. */
export function composeAvailability(): Availability {
  for (const one of [kafkaAvailability(), keycloakAvailability()]) if (!one.available) return one;
  for (const program of PROGRAMS) {
    if (spawnSync(program, ['--version']).error) return { available: false, missing: program };
  }
  const mounts = spawnSync('unshare', ['--mount', 'mount', '--bind', '/tmp', '/tmp']);
  if (mounts.status !== 0) return { available: false, missing: 'the right to mount folders (root)' };
  return { available: true };
}
