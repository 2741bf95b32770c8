import { execFile } from 'node:child_process';
import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cachedFolder, fillOnce } from '../cache/cached-folder.js';
import { javaAvailability, type Availability } from '../java/java.js';
import { keycloakArguments } from './java-arguments.js';

const KEYCLOAK_VERSION = '26.7.3';
const ARTIFACT = `org.keycloak:keycloak-quarkus-dist:${KEYCLOAK_VERSION}:zip`;
export const KEYCLOAK_FOLDER = `keycloak-${KEYCLOAK_VERSION}`;
/** Written last: the server's code was fetched and built. */
const BUILT = 'built';

const run = promisify(execFile);
const folder = (): string => cachedFolder(KEYCLOAK_FOLDER);
const isWhole = (): boolean => existsSync(join(folder(), BUILT));

/** Whether Keycloak can be started here, and if not, what is missing, in words for a person. */
export function keycloakAvailability(): Availability {
  return javaAvailability(`Keycloak ${KEYCLOAK_VERSION}`, isWhole);
}

/**
 * The folder with Keycloak's distribution, fetched through Maven the first time (177 MB, without its dependencies, which
 * are inside) and built once for a local database, which takes half a minute off each start.
 */
export function ensureKeycloak(): Promise<string> {
  return fillOnce(folder(), isWhole, async (half) => {
    // Named in full and not by the prefix alone: only from 3.x on does the plugin unpack without a project.
    const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack';
    await run('mvn', ['-q', '-B', goal, `-Dartifact=${ARTIFACT}`, `-DoutputDirectory=${half}`, '-Dtransitive=false'], {
      // The plugin leaves a note of what it has unpacked where it is run.
      cwd: half,
      maxBuffer: 2 ** 24,
    });
    for (const part of ['lib', 'providers', 'conf']) renameSync(join(half, KEYCLOAK_FOLDER, part), join(half, part));
    await run('java', keycloakArguments(half, half, ['build', '--db=dev-file']), { maxBuffer: 2 ** 24 });
    writeFileSync(join(half, BUILT), '');
  });
}
