import { Module, type Type, type Provider } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { topicsHeardBy } from '#contracts/topics.js';
import { ExportsInterceptor } from '#files/exports/exports.interceptor.js';
import { PlatformModule } from '#platform/boot/platform.module.js';
import { pollFor } from '#platform/boot/poll.js';
import { CertificatesController } from './certificates/certificates.controller.js';
import { ChangeCertificate } from './certificates/change-certificate.js';
import { FindCertificates } from './certificates/find-certificates.js';
import { RecordCertificate } from './certificates/record-certificate.js';
import { CoachingController } from './coaching/coaching.controller.js';
import { FindCoaching } from './coaching/find-coaching.js';
import { RecordCoaching } from './coaching/record-coaching.js';
import type { RegistryConfig } from './config.js';
import { AskMerge } from './merging/ask-merge.js';
import { DeclineMerge } from './merging/decline-merge.js';
import { FindMerges } from './merging/find-merges.js';
import { FindProposals } from './merging/find-proposals.js';
import { MergesConsumer } from './merging/merges.consumer.js';
import { MergingController } from './merging/merging.controller.js';
import { database } from './persistence/data-source.js';
import { ErasePersonalData } from './personal-data/erase-personal-data.js';
import { ExportPersonalData } from './personal-data/export-personal-data.js';
import { PersonalDataController } from './personal-data/personal-data.controller.js';
import { Villages } from './persistence/villages.js';
import { AddMembers } from './producers/add-members.js';
import { BulkController } from './producers/bulk.controller.js';
import { ChangeProducer } from './producers/change-producer.js';
import { ChangeStatus } from './producers/change-status.js';
import { FindProducers } from './producers/find-producers.js';
import { ProducersController } from './producers/producers.controller.js';
import { RegisterProducers } from './producers/register-producers.js';
import { CreateProduct } from './products/create-product.js';
import { FindProducts } from './products/find-products.js';
import { ProductsController } from './products/products.controller.js';
import { CorrectStatement } from './stock/correct-statement.js';
import { FindRequests } from './stock/find-requests.js';
import { HoldLot } from './stock/hold-lot.js';
import { LotRequestsConsumer } from './stock/lot-requests.consumer.js';
import { RequestWithdrawal } from './stock/request-withdrawal.js';
import { StatementCorrectionsController } from './stock/statement-corrections.controller.js';
import { StockController } from './stock/stock.controller.js';
import { WriteOffLot } from './stock/write-off-lot.js';
import { CertificateRows } from './certificates/certificate-rows.js';
import { CoachingRows } from './coaching/coaching-rows.js';
import { ProducerRows } from './producers/producer-rows.js';
import { StatementRows } from './surplus/statement-rows.js';
import { UploadsController } from './uploads/uploads.controller.js';
import { FindUploads } from '#files/uploads/find-uploads.js';
import { PlaceUploads } from '#files/uploads/place-uploads.js';
import { RememberedColumns } from '#files/uploads/remembered-columns.js';
import { ReadingTurns } from '#files/uploads/reading-turns.js';
import { UploadStore } from '#files/uploads/upload-store.js';
import { ReceiveUpload } from '#files/uploads/receive-upload.js';
import { StartPlacement } from '#files/uploads/start-placement.js';
import { UploadBodies } from '#files/uploads/upload-bodies.js';
import { UPLOAD_KINDS, type UploadKind } from '#files/uploads/upload-kind.js';
import { ChangeRepetition } from './surplus/change-repetition.js';
import { DeclareSurplus } from './surplus/declare-surplus.js';
import { FindLots } from './surplus/find-lots.js';
import { FindRepetitions } from './surplus/find-repetitions.js';
import { LotBalanceConsumer } from './surplus/lot-balance.consumer.js';
import { LotsController } from './surplus/lots.controller.js';
import { ChangePolicy } from './policy/change-policy.js';
import { FollowPolicy } from './policy/follow-policy.js';
import { PolicyController } from './policy/policy.controller.js';
import { RepeatStatements } from './surplus/repeat-statements.js';
import { RepetitionsController } from './surplus/repetitions.controller.js';
import { StatementsController } from './surplus/statements.controller.js';

const CONTROLLERS: readonly Type[] = [
  ProducersController,
  BulkController,
  PolicyController,
  MergingController,
  PersonalDataController,
  CertificatesController,
  CoachingController,
  ProductsController,
  StatementsController,
  RepetitionsController,
  LotsController,
  LotBalanceConsumer,
  StockController,
  StatementCorrectionsController,
  UploadsController,
  LotRequestsConsumer,
  MergesConsumer,
];

/** The composition root: every provider once. */
export function appModule(config: RegistryConfig): Type {
  @Module({
    imports: [
      PlatformModule.forService({
        name: 'producer-registry',
        path: 'api/registry',
        config,
        database,
        consumes: topicsHeardBy('producer-registry'),
      }),
    ],
    controllers: [...CONTROLLERS],
    providers: providers(config),
  })
  class AppModule {}
  return AppModule;
}

function providers(config: RegistryConfig): Provider[] {
  return [
    { provide: APP_INTERCEPTOR, useClass: ExportsInterceptor },
    Villages,
    RegisterProducers,
    AddMembers,
    ChangeProducer,
    ChangeStatus,
    FindProducers,
    RecordCertificate,
    ChangeCertificate,
    FindCertificates,
    RecordCoaching,
    FindCoaching,
    ChangePolicy,
    FollowPolicy,
    pollFor(FollowPolicy, config.SERAP_DUE_POLL_MS),
    FindProposals,
    FindMerges,
    AskMerge,
    DeclineMerge,
    ExportPersonalData,
    ErasePersonalData,
    CreateProduct,
    FindProducts,
    DeclareSurplus,
    RepeatStatements,
    pollFor(RepeatStatements, config.SERAP_DUE_POLL_MS),
    ChangeRepetition,
    FindRepetitions,
    FindLots,
    RequestWithdrawal,
    CorrectStatement,
    WriteOffLot,
    HoldLot,
    FindRequests,
    ProducerRows,
    CertificateRows,
    CoachingRows,
    StatementRows,
    {
      provide: UPLOAD_KINDS,
      useFactory: (...kinds: UploadKind[]) => kinds,
      inject: [ProducerRows, CertificateRows, CoachingRows, StatementRows],
    },
    UploadBodies,
    ReadingTurns,
    UploadStore,
    RememberedColumns,
    ReceiveUpload,
    StartPlacement,
    PlaceUploads,
    FindUploads,
  ];
}
