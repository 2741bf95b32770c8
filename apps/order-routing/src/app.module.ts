import { Module, type Type, type Provider } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { topicsHeardBy } from '#contracts/topics.js';
import { ExportsInterceptor } from '#files/exports/exports.interceptor.js';
import { PlatformModule } from '#platform/boot/platform.module.js';
import { RoutingConfig } from './config.js';
import { AcceptOrder } from './intake/accept-order.js';
import { Drafts } from './intake/drafts/drafts.js';
import { DraftsController } from './intake/drafts/drafts.controller.js';
import { PlaceDraft } from './intake/drafts/place-draft.js';
import { PlaceStandingOrders } from './intake/standing/place-standing-orders.js';
import { StandingOrders } from './intake/standing/standing-orders.js';
import { StandingOrdersController } from './intake/standing/standing-orders.controller.js';
import { pollFor } from '#platform/boot/poll.js';
import { BulkController } from './intake/bulk.controller.js';
import { FindUploads } from '#files/uploads/find-uploads.js';
import { IntakeConsumer } from './intake/intake.consumer.js';
import { PlaceUploads } from '#files/uploads/place-uploads.js';
import { RememberedColumns } from '#files/uploads/remembered-columns.js';
import { ReadingTurns } from '#files/uploads/reading-turns.js';
import { UploadStore } from '#files/uploads/upload-store.js';
import { ReceiveUpload } from '#files/uploads/receive-upload.js';
import { StartPlacement } from '#files/uploads/start-placement.js';
import { UploadBodies } from '#files/uploads/upload-bodies.js';
import { OrderRows } from './intake/order-rows.js';
import { UPLOAD_KINDS } from '#files/uploads/upload-kind.js';
import { UploadsController } from './intake/uploads.controller.js';
import { ApiKeysController } from './machines/api-keys.controller.js';
import { FindApiKeys } from './machines/find-api-keys.js';
import { IssueApiKey } from './machines/issue-api-key.js';
import { RevokeApiKey } from './machines/revoke-api-key.js';
import { InputAppender } from './runtime/input-appender.js';
import { OwnerNotifier } from './runtime/owner-notifier.js';
import { MarketCopies } from './runtime/market-copies.js';
import { Markets } from './runtime/markets.js';
import { AskCatalogue } from './orders/ask-catalogue.js';
import { CatalogueController } from './orders/catalogue.controller.js';
import { QuoteOrder } from './orders/quote-order.js';
import { CancelOrder } from './orders/cancel-order.js';
import { Coverage } from './orders/coverage.js';
import { FindOrders } from './orders/find-orders.js';
import { OrdersController } from './orders/orders.controller.js';
import { PlaceOrder } from './orders/place-order.js';
import { ReadOrder } from './orders/read-order.js';
import { database } from './persistence/data-source.js';
import { EarningsController } from './fulfilment/earnings.controller.js';
import { CorrectionsController } from './fulfilment/corrections.controller.js';
import { FindPayouts } from './fulfilment/find-payouts.js';
import { PayOut } from './fulfilment/pay-out.js';
import { PayoutsController } from './fulfilment/payouts.controller.js';
import { FindRecipients } from './fulfilment/find-recipients.js';
import { RecipientsController } from './fulfilment/recipients.controller.js';
import { FindKept } from './fulfilment/find-kept.js';
import { ReadReceipt } from './fulfilment/read-receipt.js';
import { RecordReceipt } from './fulfilment/record-receipt.js';
import { FindEarnings } from './fulfilment/find-earnings.js';
import { FindFulfilment } from './fulfilment/find-fulfilment.js';
import { Fulfil } from './fulfilment/fulfil.js';
import { FindLoads } from './fulfilment/find-loads.js';
import { LoadsController } from './fulfilment/loads.controller.js';
import { FulfilmentController } from './fulfilment/fulfilment.controller.js';
import { FindHandover } from './fulfilment/find-handover.js';
import { HandoverController } from './fulfilment/handover.controller.js';
import { ChangePolicy } from './policy/change-policy.js';
import { PolicyController } from './policy/policy.controller.js';
import { FindRuns } from './runs/find-runs.js';
import { RunsController } from './runs/runs.controller.js';
import { StartRun } from './runs/start-run.js';
import { AskWhatIf } from './what-if/ask-what-if.js';
import { WhatIfController } from './what-if/what-if.controller.js';
import { SurplusConsumer } from './supply/surplus.consumer.js';
import { AgreementsConsumer } from './terms/agreements.consumer.js';
import { ChangeWebhook } from './webhooks/change-webhook.js';
import { FindWebhooks } from './webhooks/find-webhooks.js';
import { ForgetDeliveries } from './webhooks/forget-deliveries.js';
import { Listeners } from './webhooks/listeners.js';
import { RegisterWebhook } from './webhooks/register-webhook.js';
import { SendWebhooks } from './webhooks/send-webhooks.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';

/** A look is one indexed read. */
const STANDING_POLL_MS = 1_000;
/** For how long a replica may not know of an endpoint that another one took in. */
const LISTENERS_POLL_MS = 1_000;
const WEBHOOKS_POLL_MS = 500;
/** Endpoints that a replica sends to at a time: one that hangs holds up one of them. */
const WEBHOOK_SENDERS = 4;
const FORGET_POLL_MS = 3_600_000;

/** Runs first: /api/orders/runs must not be read as the order named "runs". */
const CONTROLLERS: readonly Type[] = [
  RunsController,
  WhatIfController,
  CatalogueController,
  PolicyController,
  ApiKeysController,
  WebhooksController,
  EarningsController,
  LoadsController,
  FulfilmentController,
  CorrectionsController,
  RecipientsController,
  PayoutsController,
  HandoverController,
  BulkController,
  DraftsController,
  StandingOrdersController,
  UploadsController,
  IntakeConsumer,
  OrdersController,
  SurplusConsumer,
  AgreementsConsumer,
];

/** The composition root: every provider once. */
export function appModule(config: RoutingConfig): Type {
  @Module({
    imports: [
      PlatformModule.forService({
        name: 'order-routing',
        path: 'api/orders',
        config,
        apiKeys: true,
        database,
        consumes: topicsHeardBy('order-routing'),
      }),
    ],
    controllers: [...CONTROLLERS],
    providers: providers(config),
  })
  class AppModule {}
  return AppModule;
}

function providers(config: RoutingConfig): Provider[] {
  return [
    { provide: APP_INTERCEPTOR, useClass: ExportsInterceptor },
    OwnerNotifier,
    Markets,
    InputAppender,
    Coverage,
    ReadOrder,
    PlaceOrder,
    AcceptOrder,
    Drafts,
    PlaceDraft,
    StandingOrders,
    PlaceStandingOrders,
    pollFor(PlaceStandingOrders, STANDING_POLL_MS),
    OrderRows,
    { provide: UPLOAD_KINDS, useFactory: (orders: OrderRows) => [orders], inject: [OrderRows] },
    UploadBodies,
    ReadingTurns,
    UploadStore,
    RememberedColumns,
    ReceiveUpload,
    StartPlacement,
    PlaceUploads,
    FindUploads,
    CancelOrder,
    FindOrders,
    StartRun,
    FindRuns,
    AskWhatIf,
    MarketCopies,
    AskCatalogue,
    QuoteOrder,
    ChangePolicy,
    IssueApiKey,
    RevokeApiKey,
    FindApiKeys,
    { provide: RoutingConfig, useValue: config },
    Listeners,
    pollFor(Listeners, LISTENERS_POLL_MS),
    RegisterWebhook,
    ChangeWebhook,
    FindWebhooks,
    SendWebhooks,
    ...Array.from({ length: WEBHOOK_SENDERS }, () => pollFor(SendWebhooks, WEBHOOKS_POLL_MS)),
    ForgetDeliveries,
    pollFor(ForgetDeliveries, FORGET_POLL_MS),
    Fulfil,
    FindEarnings,
    FindKept,
    ReadReceipt,
    RecordReceipt,
    FindRecipients,
    FindPayouts,
    PayOut,
    FindFulfilment,
    FindLoads,
    FindHandover,
  ];
}
