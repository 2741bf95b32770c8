import type { Server } from 'node:http';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { ALL_TOPICS, topicsUsedBy } from '#contracts/topics.js';
import { BusinessClock } from '#kernel/business-clock.js';
import type { DatabaseOptions } from '../database/database.js';
import { migrationNames } from '../database/migration-names.js';
import { Relay } from '../database/relay.js';
import { createApp } from '../http/create-app.js';
import { EVENT_LOG, type EventLog } from '#event-log/log/event-log.js';
import { EventLogServer } from '../consuming/event-log-server.js';
import { restoreClock } from './clock.consumer.js';
import type { ServiceConfig } from '../context/config.js';
import { databaseTrouble } from './database-trouble.js';
import { isInTheClear } from '../context/kafka-rules.js';
import { ServiceLogger } from '../context/logger.js';
import { giveBack, leave, turnBack } from './leave.js';
import { release } from '../context/release.js';
import { requireAdmission } from './require-admission.js';
import { warnOfTopics } from './run-topics.js';
import { Shutdown } from '../context/shutdown.js';
import { exitCodeOf, onSignal } from '../context/signals.js';
import { requireTemporaryFolder } from '../context/temporary-folder.js';
import { waitUntilReady } from './waiting-room.js';

const IN_THE_CLEAR =
  'Kafka is reached in the clear: whoever is on its network can read events and forge them. ' +
  'SERAP_KAFKA_TLS and SERAP_KAFKA_SASL in docs/configuration.md mend it.';

/**
 * Starts a service: HTTP, event handlers, relay. Ends the process in order on SIGTERM or SIGINT
 * (docs/decisions/0036-going-and-coming.md); one that comes while it still opens, or a port that is taken, leaves nothing
 * behind that others would have to wait for.
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
  if (isInTheClear(config)) logger.warn(IN_THE_CLEAR, 'Boot');
  const shutdown = app.get(Shutdown);
  const failed = (error: unknown): void => {
    logger.error(error, 'Shutdown');
  };
  connectConsumers(app);
  closeInOrder(app);
  // Until here nothing has been taken that another replica could wait for: a module that is made connects, and no more.
  // To open is to take partitions of the event log and, before the port answers, markets.
  onSignal((signal) => void turnBack(shutdown, failed, exitCodeOf(signal)));
  try {
    await open(app, config);
  } catch (error) {
    // What breaks under it while it turns back is no failure of its own.
    if (shutdown.leaving) return;
    await giveBack(shutdown, failed);
    throw error;
  }
  if (shutdown.leaving) return;
  shutdown.opened();
  const http = app.getHttpAdapter();
  const server = http.getHttpServer() as Server;
  const closeHttp = (): Promise<unknown> => Promise.resolve(http.close());
  onSignal(() => void leave({ shutdown, server, closeHttp, drainMs: config.SERAP_DRAIN_MS, failed }));
  logger.log(`listening on ${await app.getUrl()}`, 'Boot');
  void warnOfTopics(app.get<EventLog>(EVENT_LOG), topicsUsedBy(service.name), logger);
}

function connectConsumers(app: NestFastifyApplication): void {
  const consumers = app.connectMicroservice({ strategy: app.get(EventLogServer) }, { inheritAppConfig: true });
  app.get(Shutdown).on('consumers', () => consumers.close());
}

function closeInOrder(app: NestFastifyApplication): void {
  const shutdown = app.get(Shutdown);
  const relay = app.get(Relay);
  const log = app.get<EventLog>(EVENT_LOG);
  const dataSource = app.get(DataSource);
  shutdown.on('leases', () => {
    relay.giveWay();
    return Promise.resolve();
  });
  shutdown.on('background', () => relay.close());
  shutdown.on('clients', () => log.close());
  shutdown.on('clients', () => dataSource.destroy());
}

/** Step by step; none is begun once the end is announced. */
async function open(app: NestFastifyApplication, config: ServiceConfig): Promise<void> {
  const { SERAP_SIMULATED_CLOCK, SERAP_CREATE_TOPICS, SERAP_PORT, SERAP_HOST } = config;
  const steps = [
    () => requireAdmission(app.get<EventLog>(EVENT_LOG)),
    async () => {
      if (SERAP_SIMULATED_CLOCK === 'yes') app.get(BusinessClock).adjust(await restoreClock(app.get(DataSource)));
    },
    async () => {
      if (SERAP_CREATE_TOPICS === 'yes') await app.get<EventLog>(EVENT_LOG).createTopics(ALL_TOPICS);
    },
    () => app.startAllMicroservices(),
    () => {
      app.get(Relay).start();
      return app.listen(SERAP_PORT, SERAP_HOST);
    },
  ];
  for (const step of steps) {
    if (app.get(Shutdown).leaving) return;
    await step();
  }
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
