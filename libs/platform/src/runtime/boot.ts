import type { Server } from 'node:http';
import type { Type } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ALL_TOPICS } from '#contracts/topics.js';
import { BusinessClock } from '#kernel/business-clock.js';
import type { DatabaseOptions } from '../database/database.js';
import { migrationNames } from '../database/migration-names.js';
import { Relay } from '../database/relay.js';
import { createApp } from '../http/create-app.js';
import { EVENT_LOG, type EventLog } from '../messaging/event-log.js';
import { EventLogServer } from '../messaging/event-log-server.js';
import { restoreClock } from './clock.consumer.js';
import type { ServiceConfig } from './config.js';
import { databaseTrouble } from './database-trouble.js';
import { ServiceLogger } from './logger.js';
import { leave } from './leave.js';
import { release } from './release.js';
import { warnOfTopics } from './run-topics.js';
import { Shutdown } from './shutdown.js';
import { onSignal } from './signals.js';
import { requireTemporaryFolder } from './temporary-folder.js';
import { waitUntilReady } from './waiting-room.js';

/**
 * Starts a service: HTTP, event handlers, relay. Ends the process in order on SIGTERM or SIGINT (faults.md, shutdown).
 *
 * Before its database has the schema of this code, nothing of it runs but the answer that it is not ready.
 *
 * @param module the service's composition root; imports PlatformModule
 * @throws Error at once when the environment cannot carry it: no folder for temporary files, PostgreSQL too old
 */
export async function boot(module: Type, config: ServiceConfig, service: BootedService): Promise<void> {
  await requireTemporaryFolder();
  await waitForDatabase(config, service);
  const app = await createApp(module);
  const logger = app.get(ServiceLogger);
  app.useLogger(logger);
  const shutdown = app.get(Shutdown);
  const log = app.get<EventLog>(EVENT_LOG);
  const dataSource = app.get(DataSource);
  const relay = app.get(Relay);

  if (config.SERAP_SIMULATED_CLOCK === 'yes') app.get(BusinessClock).adjust(await restoreClock(dataSource));
  if (config.SERAP_CREATE_TOPICS === 'yes') await log.createTopics(ALL_TOPICS);

  const consumers = app.connectMicroservice({ strategy: app.get(EventLogServer) }, { inheritAppConfig: true });
  shutdown.on('consumers', () => consumers.close());
  shutdown.on('leases', () => {
    relay.giveWay();
    return Promise.resolve();
  });
  shutdown.on('background', () => relay.close());
  shutdown.on('clients', () => log.close());
  shutdown.on('clients', () => dataSource.destroy());

  await app.startAllMicroservices();
  relay.start();
  await app.listen(config.SERAP_PORT, config.SERAP_HOST);
  shutdown.opened();
  logger.log(`listening on ${await app.getUrl()}`, 'Boot');
  void warnOfTopics(log, logger);

  const http = app.getHttpAdapter();
  const leaving = {
    shutdown,
    server: http.getHttpServer() as Server,
    closeHttp: () => Promise.resolve(http.close()),
    drainMs: config.SERAP_DRAIN_MS,
    failed: (error: unknown) => {
      logger.error(error, 'Shutdown');
    },
  };
  onSignal(() => void leave(leaving));
}

/** What boot needs to know of a service before its module is made. */
export interface BootedService {
  readonly name: string;
  readonly database: Pick<DatabaseOptions, 'migrations'>;
}

function waitForDatabase(config: ServiceConfig, { name, database }: BootedService): Promise<void> {
  const logger = new ServiceLogger(name, config.SERAP_LOG_LEVEL);
  const needs = { migrations: migrationNames(database.migrations), version: release().version };
  return waitUntilReady({
    host: config.SERAP_HOST,
    port: config.SERAP_PORT,
    trouble: () => databaseTrouble(config.SERAP_DATABASE_URL, needs),
    waits: (why) => {
      logger.warn(`Not ready, and waits: ${why}`, 'Boot');
    },
  });
}
