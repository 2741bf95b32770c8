import { join } from 'node:path';
import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { TOPICS, type Topic } from '#contracts/topics.js';
import { BusinessClock } from '#kernel/business-clock.js';
import { ApiKeys } from '../access/api-keys.js';
import { AccessGuard } from '../access/access.guard.js';
import { Issuer } from '../access/issuer.js';
import { TokenVerifier } from '../access/token-verifier.js';
import { auditController } from '../audit/audit.controller.js';
import { FindAudit } from '../audit/find-audit.js';
import { createDataSource } from '../database/database.js';
import { migrationNames } from '../database/migration-names.js';
import { Relay } from '../database/relay.js';
import { Schema } from '../database/schema.js';
import { Transactions } from '../database/transactions.js';
import { Vault } from '../database/vault.js';
import { CallContextInterceptor } from '../http/call-context.interceptor.js';
import { apiDocsController } from '../http/api-docs.controller.js';
import { HealthController } from '../health/health.controller.js';
import { waitingController } from '../health/waiting.controller.js';
import { VersionController } from '../health/version.controller.js';
import { AcceptedLaterInterceptor } from '../http/accepted-later.js';
import { ProblemFilter } from '../http/problem.filter.js';
import { deadLettersController } from '../dead-letters/dead-letters.controller.js';
import { FindDeadLetters } from '../dead-letters/find-dead-letters.js';
import { SettleDeadLetters } from '../dead-letters/settle-dead-letters.js';
import { createEventLog } from '#event-log/create-event-log.js';
import { ConsumerMonitor } from '../consuming/consumer-monitor.js';
import { EVENT_LOG, type EventLog } from '#event-log/log/event-log.js';
import { EventLogServer } from '../consuming/event-log-server.js';
import { ClockConsumer } from './clock.consumer.js';
import { ServiceConfig } from '../context/config.js';
import { eventLogOf } from './event-log-of.js';
import { ServiceLogger } from '../context/logger.js';
import { seldom } from '../context/seldom.js';
import { Metrics } from '../context/metrics.js';
import { release } from '../context/release.js';
import { SERVICE_OPTIONS, type ServiceOptions } from '../context/service-options.js';
import { Shutdown } from '../context/shutdown.js';
import { Waiting } from '../health/waiting.js';

/** What every service stands on, listed once. */
@Global()
@Module({})
export class PlatformModule {
  static forService(service: ServiceOptions): DynamicModule {
    const providers = [...infrastructure(service), ...httpDoor(), ...(service.apiKeys ? [ApiKeys] : [])];
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      controllers: [
        HealthController,
        VersionController,
        auditController(`${service.path}/audit`),
        deadLettersController(`${service.path}/dead-letters`),
        waitingController(`${service.path}/waiting`),
        apiDocsController(join(service.config.SERAP_API_DOCS_DIR, `${service.name}.openapi.json`), service.path),
        ...(service.config.SERAP_SIMULATED_CLOCK === 'yes' ? [ClockConsumer] : []),
      ],
      providers,
      exports: [
        SERVICE_OPTIONS,
        ServiceConfig,
        ServiceLogger,
        Metrics,
        Shutdown,
        BusinessClock,
        DataSource,
        EVENT_LOG,
        Relay,
        Transactions,
        Vault,
        Issuer,
        TokenVerifier,
        EventLogServer,
        Waiting,
      ],
    };
  }
}

function infrastructure(service: ServiceOptions): Provider[] {
  const { name, config, consumes } = service;
  return [
    { provide: SERVICE_OPTIONS, useValue: service },
    { provide: ServiceConfig, useValue: config },
    { provide: ServiceLogger, useFactory: () => new ServiceLogger(name, config.SERAP_LOG_LEVEL) },
    Metrics,
    Shutdown,
    Waiting,
    FindAudit,
    FindDeadLetters,
    SettleDeadLetters,
    { provide: Vault, useFactory: () => new Vault(config.SERAP_PERSONAL_DATA_KEY) },
    { provide: BusinessClock, useFactory: () => new BusinessClock() },
    ...storage(service),
    {
      provide: ConsumerMonitor,
      inject: [Metrics, ServiceLogger],
      useFactory: (metrics: Metrics, logger: ServiceLogger) => new ConsumerMonitor(metrics, logger),
    },
    {
      provide: EventLogServer,
      inject: [EVENT_LOG, Transactions, Vault, ConsumerMonitor],
      useFactory: (log: EventLog, transactions: Transactions, vault: Vault, observer: ConsumerMonitor) =>
        new EventLogServer({ group: name, topics: topicsOf(config, consumes), log, transactions, vault, observer }),
    },
    { provide: Issuer, inject: [ServiceLogger], useFactory: (logger: ServiceLogger) => new Issuer(config, logger) },
    { provide: TokenVerifier, inject: [Issuer], useFactory: (issuer: Issuer) => issuer.verifier() },
  ];
}

/** The database, the log, and what goes from one to the other. */
function storage({ name, config, database }: ServiceOptions): Provider[] {
  return [
    {
      provide: DataSource,
      useFactory: () =>
        createDataSource({
          ...database,
          url: config.SERAP_DATABASE_URL,
          poolSize: config.SERAP_POOL_SIZE,
        }).initialize(),
    },
    {
      provide: Schema,
      inject: [DataSource],
      useFactory: (dataSource: DataSource) =>
        new Schema(dataSource, { migrations: migrationNames(database.migrations), version: release().version }),
    },
    {
      provide: EVENT_LOG,
      inject: [ServiceLogger],
      useFactory: (logger: ServiceLogger) =>
        createEventLog(
          eventLogOf(
            config,
            name,
            seldom((words) => {
              logger.warn(words, 'Kafka');
            }),
          ),
        ),
    },
    {
      provide: Relay,
      inject: [EVENT_LOG, ServiceLogger],
      useFactory: (log: EventLog, logger: ServiceLogger) =>
        new Relay({
          url: config.SERAP_DATABASE_URL,
          log,
          failed: (error) => {
            logger.warn(`The relay waits and tries again: ${String(error)}`, 'Relay');
          },
        }),
    },
    {
      provide: Transactions,
      inject: [DataSource, Relay, BusinessClock],
      useFactory: (dataSource: DataSource, relay: Relay, clock: BusinessClock) =>
        new Transactions(dataSource, {
          source: `/serap/${name}`,
          now: () => clock.now(),
          published: () => {
            relay.wake();
          },
        }),
    },
  ];
}

function topicsOf(config: ServiceConfig, consumes: readonly Topic[]): Topic[] {
  return config.SERAP_SIMULATED_CLOCK === 'yes' ? [...consumes, TOPICS.clock] : [...consumes];
}

function httpDoor(): Provider[] {
  return [
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: CallContextInterceptor },
    { provide: APP_INTERCEPTOR, useClass: AcceptedLaterInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ];
}
