import type { Type } from '@nestjs/common';
import type { DatabaseOptions } from '../database/database.js';
import { boot } from './boot.js';
import { MigrationConfig, readConfig, type ServiceConfig } from '../context/config.js';
import { ServiceLogger } from '../context/logger.js';
import { runNewLog } from './new-log.js';
import { runMigrations } from './run-migrations.js';
import { runTopics } from './run-topics.js';
import { exitCodeOf, onSignal } from '../context/signals.js';

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
 * the topics of the event log and sees whether those that are there forget nothing, `new-log` is for an event log that is empty although the databases are not.
 *
 * @throws Error for a command that there is not, and for a wrong environment
 */
export async function runServiceCommand<Config extends ServiceConfig>(service: ServiceCommand<Config>): Promise<void> {
  const [, , name] = process.argv;
  if (name === undefined) {
    const config = readConfig(service.config, process.env);
    await boot(service.module(config), config, service);
    return;
  }
  const commands: ServiceCommand<Config>['commands'] = {
    migrate: () => migrateCommand(service),
    topics: () => runTopics(service.name),
    'new-log': () => runNewLog(service),
    ...service.commands,
  };
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new Error(`There is no command ${name}; there are ${Object.keys(commands).join(', ')}.`);
  await command();
}

/** A signal undoes the migration under way; what was done before it stays done. */
async function migrateCommand({
  name,
  database,
}: Pick<ServiceCommand<ServiceConfig>, 'name' | 'database'>): Promise<void> {
  const config = readConfig(MigrationConfig, process.env);
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
