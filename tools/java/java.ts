import { spawnSync } from 'node:child_process';

const JAVA_AT_LEAST = 17;

export type Availability = { readonly available: true } | { readonly available: false; readonly missing: string };

/** Whether a server written in Java can be fetched and run here, and if not, what is missing, in words for a person. */
export function javaAvailability(what: string, fetched: () => boolean): Availability {
  const java = javaVersion();
  if (java < JAVA_AT_LEAST) {
    return {
      available: false,
      missing: `Java ${String(JAVA_AT_LEAST)} or newer (found ${java === 0 ? 'none' : String(java)})`,
    };
  }
  if (!fetched() && spawnSync('mvn', ['-version']).error) {
    return { available: false, missing: `Maven, to fetch ${what}` };
  }
  return { available: true };
}

function javaVersion(): number {
  const { stderr, error } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  if (error) return 0;
  return Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0);
}
