import { Module, type Type, type Provider } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { topicsHeardBy } from '#contracts/topics.js';
import { ExportsInterceptor } from '#files/exports/exports.interceptor.js';
import { PlatformModule } from '#platform/boot/platform.module.js';
import { pollFor } from '#platform/boot/poll.js';
import { AdvanceClock } from './clock/advance-clock.js';
import { ClockController } from './clock/clock.controller.js';
import { DashboardConfig } from './config.js';
import { FindFlows } from './flows/find-flows.js';
import { FlowsController } from './flows/flows.controller.js';
import { FindHealth } from './health/find-health.js';
import { OperationsHealthController } from './health/health.controller.js';
import { FindImpact } from './impact/find-impact.js';
import { ImpactController } from './impact/impact.controller.js';
import { FindOrders } from './orders/find-orders.js';
import { ChangeRecipients } from './notices/change-recipients.js';
import { FindRecipients } from './notices/find-recipients.js';
import { Mailer } from './notices/mailer.js';
import { RecipientsController } from './notices/recipients.controller.js';
import { SendNotices } from './notices/send-notices.js';
import { SmtpMailer } from './notices/smtp-mailer.js';
import { OrdersController } from './orders/orders.controller.js';
import { BuiltPages } from './pages/built-pages.js';
import { ErrorsController } from './errors/errors.controller.js';
import { PagesController } from './pages/pages.controller.js';
import { database } from './persistence/data-source.js';
import { LagReader } from './persistence/lag-reader.js';
import { SnapshotReader } from './persistence/snapshot-reader.js';
import { RegionNames } from '#platform/regions/region-names.js';
import { AgreementsConsumer } from './projections/agreements.consumer.js';
import { TaskReader } from './persistence/task-reader.js';
import { AllocationsConsumer } from './projections/allocations.consumer.js';
import { CertificatesConsumer } from './projections/certificates.consumer.js';
import { DeadLettersConsumer } from './projections/dead-letters.consumer.js';
import { LotsAndRunsConsumer } from './projections/lots-and-runs.consumer.js';
import { OrdersConsumer } from './projections/orders.consumer.js';
import { ProducersConsumer } from './projections/producers.consumer.js';
import { PromisesConsumer } from './projections/promises.consumer.js';
import { ShipmentsConsumer } from './projections/shipments.consumer.js';
import { SurplusConsumer } from './projections/surplus.consumer.js';
import { SignInSessions } from './persistence/sign-in-sessions.js';
import { CheckToken } from './sign-in/check-token.js';
import { Cookies } from './sign-in/cookies.js';
import { EndSession } from './sign-in/end-session.js';
import { FindMe } from './sign-in/find-me.js';
import { FinishSignIn } from './sign-in/finish-sign-in.js';
import { IdentityProvider } from './sign-in/identity-provider.js';
import { RefreshSession } from './sign-in/refresh-session.js';
import { SessionController } from './sign-in/session.controller.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { StartSignIn } from './sign-in/start-sign-in.js';
import { LiveFeed } from './stream/live-feed.js';
import { Snapshots } from './stream/snapshots.js';
import { StreamController } from './stream/stream.controller.js';
import { FindSummary } from './summary/find-summary.js';
import { SummaryController } from './summary/summary.controller.js';
import { FindTasks } from './tasks/find-tasks.js';
import { TasksController } from './tasks/tasks.controller.js';

const NOTICES_POLL_MS = 10_000;

const CONTROLLERS: readonly Type[] = [
  SummaryController,
  FlowsController,
  ImpactController,
  OrdersController,
  TasksController,
  RecipientsController,
  StreamController,
  ClockController,
  OperationsHealthController,
  SignInController,
  SessionController,
  ErrorsController,
  PagesController,
  ProducersConsumer,
  CertificatesConsumer,
  ShipmentsConsumer,
  SurplusConsumer,
  AgreementsConsumer,
  OrdersConsumer,
  PromisesConsumer,
  AllocationsConsumer,
  LotsAndRunsConsumer,
  DeadLettersConsumer,
];

/** The composition root: every provider once. */
export function appModule(config: DashboardConfig): Type {
  @Module({
    imports: [
      PlatformModule.forService({
        name: 'operations-dashboard',
        path: 'api/operations',
        config,
        database,
        consumes: topicsHeardBy('operations-dashboard'),
      }),
    ],
    controllers: [...CONTROLLERS],
    providers: providers(config),
  })
  class AppModule {}
  return AppModule;
}

function providers(config: DashboardConfig): Provider[] {
  return [
    { provide: APP_INTERCEPTOR, useClass: ExportsInterceptor },
    SnapshotReader,
    TaskReader,
    LagReader,
    RegionNames,
    FindSummary,
    FindFlows,
    FindImpact,
    FindOrders,
    FindTasks,
    FindRecipients,
    ChangeRecipients,
    { provide: DashboardConfig, useValue: config },
    { provide: Mailer, useClass: SmtpMailer },
    SendNotices,
    pollFor(SendNotices, NOTICES_POLL_MS),
    LiveFeed,
    { provide: Snapshots, useExisting: FindSummary },
    AdvanceClock,
    FindHealth,
    SignInSessions,
    IdentityProvider,
    Cookies,
    CheckToken,
    StartSignIn,
    FinishSignIn,
    RefreshSession,
    EndSession,
    FindMe,
    { provide: BuiltPages, useFactory: () => new BuiltPages(config.SERAP_PAGES_DIR) },
  ];
}
