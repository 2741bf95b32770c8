import { join } from 'node:path';

const OPENED = ['java.util', 'java.util.concurrent', 'java.security', 'java.lang'];

/**
 * What Keycloak's own start script would run, for little memory and a quick start.
 *
 * @param distribution folder of the server's code
 * @param home folder of its data; holds links to the code
 * @param command Keycloak's own words, e.g. `start --optimized`
 */
export function keycloakArguments(distribution: string, home: string, command: readonly string[]): string[] {
  return [
    '-Xms64m',
    '-Xmx512m',
    '-XX:MaxMetaspaceSize=256m',
    '-XX:+UseSerialGC',
    '-XX:TieredStopAtLevel=1',
    '-Djava.util.logging.manager=org.jboss.logmanager.LogManager',
    '-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory',
    ...OPENED.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
    '-Duser.language=en',
    `-Dkc.home.dir=${home}`,
    '-cp',
    join(distribution, 'lib', 'quarkus-run.jar'),
    'io.quarkus.bootstrap.runner.QuarkusEntryPoint',
    ...command,
  ];
}
