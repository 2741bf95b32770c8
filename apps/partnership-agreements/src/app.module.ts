import { Module, type Type } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { topicsHeardBy } from '#contracts/topics.js';
import { ExportsInterceptor } from '#files/exports/exports.interceptor.js';
import { PlatformModule } from '#platform/boot/platform.module.js';
import { pollFor } from '#platform/boot/poll.js';
import { AdministrationController } from './administration/administration.controller.js';
import { FindAdministration } from './administration/find-administration.js';
import { RecordFiling } from './administration/record-filing.js';
import { SubmitReport } from './administration/submit-report.js';
import { AgreementsController } from './agreements/agreements.controller.js';
import { FindAgreements } from './agreements/find-agreements.js';
import { FindRegions } from './agreements/find-regions.js';
import { OpenAgreement } from './agreements/open-agreement.js';
import { PapersController } from './agreements/papers.controller.js';
import { RecordDocument } from './agreements/record-document.js';
import { RecordRegisterNumber } from './agreements/record-register-number.js';
import { RecordSignatory } from './agreements/record-signatory.js';
import { RegionsController } from './agreements/regions.controller.js';
import type { AgreementsConfig } from './config.js';
import { DeliveriesConsumer } from './deliveries/deliveries.consumer.js';
import { database } from './persistence/data-source.js';
import { FindQuota } from './quota/find-quota.js';
import { QuotaConsumer } from './quota/quota.consumer.js';
import { QuotaController } from './quota/quota.controller.js';
import { FindReport } from './report/find-report.js';
import { ReportController } from './report/report.controller.js';
import { FindScan } from './scans/find-scan.js';
import { KeepScan } from './scans/keep-scan.js';
import { PdfBodies } from './scans/pdf-bodies.js';
import { ScansController } from './scans/scans.controller.js';
import { ApplyDueStages } from './stages/apply-due-stages.js';
import { MoveStage } from './stages/move-stage.js';
import { StagesController } from './stages/stages.controller.js';
import { AddendaController } from './terms/addenda.controller.js';
import { AmendAgreement } from './terms/amend-agreement.js';
import { FindAddenda } from './terms/find-addenda.js';
import { SetTerms } from './terms/set-terms.js';
import { TermsController } from './terms/terms.controller.js';

/** The composition root: every provider once. */
export function appModule(config: AgreementsConfig): Type {
  @Module({
    imports: [
      PlatformModule.forService({
        name: 'partnership-agreements',
        path: 'api/agreements',
        config,
        database,
        consumes: topicsHeardBy('partnership-agreements'),
      }),
    ],
    controllers: [
      RegionsController,
      AgreementsController,
      PapersController,
      ScansController,
      StagesController,
      TermsController,
      AddendaController,
      QuotaController,
      ReportController,
      AdministrationController,
      QuotaConsumer,
      DeliveriesConsumer,
    ],
    providers: [
      { provide: APP_INTERCEPTOR, useClass: ExportsInterceptor },
      OpenAgreement,
      RecordDocument,
      RecordSignatory,
      RecordRegisterNumber,
      PdfBodies,
      KeepScan,
      FindScan,
      FindAgreements,
      FindRegions,
      MoveStage,
      ApplyDueStages,
      pollFor(ApplyDueStages, config.SERAP_DUE_POLL_MS),
      SetTerms,
      AmendAgreement,
      FindAddenda,
      FindQuota,
      FindReport,
      RecordFiling,
      SubmitReport,
      FindAdministration,
    ],
  })
  class AppModule {}
  return AppModule;
}
