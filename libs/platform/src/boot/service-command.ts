import type { Type } from '@nestjs/common';
import type { DatabaseOptions } from '../database/database.js';
import { boot } from './boot.js';
import { MigrationConfig, readConfig, type ServiceConfig } from '../context/config.js';
import { ServiceLogger } from '../context/logger.js';
import { runNewLog } from './new-log.js';
import { runMigrations } from './run-migrations.js';
import { runAcls } from './run-acls.js';
import { runTopics } from './run-topics.js';
import { Refused } from './refused.js';
import { exitCodeOf, onSignal } from '../context/signals.js';
import { unknownSettings } from '../context/unknown-settings.js';
import { WrongConfiguration } from '../context/wrong-setting.js';

export interface ServiceCommand<Config extends ServiceConfig> {
  readonly name: string;
  readonly config: new () => Config;
  readonly database: Omit<DatabaseOptions, 'url' | 'poolSize'>;
  readonly module: (config: Config) => Type;
  /** Commands that this service has beside those of all. */
  readonly commands?: Readonly<Record<string, () => Promise<void>>>;
}

/**
 * What `main.js` does by its argument: nothing runs the service, `migrate` brings its database up to date, `topics` makes
 * the topics of the event log and sees whether those that are there forget nothing, `acls` gives services their rights on
 * them, `new-log` is for an event log that is empty although the databases are not.
 *
 * A wrong environment, and a command that there is not, are told in the log, a line each; the process exits with 1, and
 * nothing has run.
 */
export async function runServiceCommand<Config extends ServiceConfig>(service: ServiceCommand<Config>): Promise<void> {
  try {
    await run(service, process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof WrongConfiguration) && !(error instanceof Refused)) throw error;
    const lines = error instanceof Refused ? [error.message] : error.settings.map((one) => `${one.name}: ${one.words}`);
    const logger = new ServiceLogger(service.name, 'info');
    for (const line of lines) logger.error(line, error instanceof Refused ? 'Command' : 'Configuration');
    process.exitCode = 1;
  }
}

async function run<Config extends ServiceConfig>(
  service: ServiceCommand<Config>,
  [name, ...more]: readonly string[],
): Promise<void> {
  const commands: Readonly<Record<string, () => Promise<void>>> = {
    migrate: () => migrateCommand(service),
    topics: () => runTopics(service.name),
    acls: () => runAcls(service.name),
    'new-log': () => runNewLog(service),
    ...service.commands,
  };
  const known = `main.js alone runs ${service.name}; its commands are ${Object.keys(commands).join(', ')}, without arguments.`;
  if (more.length > 0) throw new Refused(`${String(name)} takes no arguments, and nothing was done. ${known}`);
  if (name !== undefined && !Object.hasOwn(commands, name)) {
    throw new Refused(`There is no command ${name}, and nothing was done. ${known}`);
  }
  const logger = new ServiceLogger(service.name, 'info');
  for (const line of unknownSettings(service.config)) logger.warn(line, 'Configuration');
  if (name !== undefined) return commands[name]?.();
  const config = readConfig(service.config);
  await boot(service.module(config), config, service);
}

/** A signal undoes the migration under way; what was done before it stays done. */
async function migrateCommand({
  name,
  database,
}: Pick<ServiceCommand<ServiceConfig>, 'name' | 'database'>): Promise<void> {
  const config = readConfig(MigrationConfig);
  const logger = new ServiceLogger(name, config.SERAP_LOG_LEVEL);
  const ending = new AbortController();
  onSignal((signal) => {
    logger.log(`${signal}: what is under way is undone, and the next run goes on from there`, 'Migrate');
    process.exitCode = exitCodeOf(signal);
    ending.abort();
  });
  const progress = (what: string): void => {
    logger.log(what, 'Migrate');
  };
  await runMigrations(config, database, { signal: ending.signal, progress }).catch((error: unknown) => {
    if (!ending.signal.aborted) throw error;
  });
  if (!ending.signal.aborted) logger.log('the database is up to date', 'Migrate');
}
