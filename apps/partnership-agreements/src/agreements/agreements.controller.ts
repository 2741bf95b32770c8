import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { day, number } from '#files/exports/column.js';
import { Exports } from '#files/exports/exports.js';
import { Describe } from '#platform/http/describe.js';
import type { Created, Page } from '#platform/http/shapes.js';
import { IdPipe } from '#platform/http/validate.js';
import { AgreementDto, AgreementsQuery, DocumentDto, SignatoryDto } from './agreements.dto.js';
import type { Language } from '#kernel/refusals/words.js';
import { ReaderLanguage } from '#platform/http/language.js';
import { FindAgreements, type AgreementFile, type AgreementView } from './find-agreements.js';
import { OpenAgreement, type AgreementOpened } from './open-agreement.js';
import { RecordDocument } from './record-document.js';
import { RecordSignatory } from './record-signatory.js';

@Controller('api/agreements')
export class AgreementsController {
  constructor(
    private readonly openAgreement: OpenAgreement,
    private readonly recordDocument: RecordDocument,
    private readonly recordSignatory: RecordSignatory,
    private readonly findAgreements: FindAgreements,
  ) {}

  /** Opens an agreement with a partner region, at its first stage. */
  @Post()
  @Allow('agreements:write')
  open(@Body() body: AgreementDto, @CurrentCaller() caller: Caller): Promise<AgreementOpened> {
    return this.openAgreement.run(caller.region, caller.subject, body);
  }

  /** Agreements that the caller's region is a party of. */
  @Get()
  @Allow('agreements:read')
  @Exports({
    file: 'perjanjian',
    columns: {
      Mitra: 'partner',
      Judul: 'title',
      Tahap: 'stage',
      Edisi: number('edition'),
      'Berlaku dari': day('effectiveFrom'),
      'Berlaku s.d.': day('effectiveTo'),
      'Nomor asal': 'originNumber',
      'Nomor mitra': 'partnerNumber',
      'Dasar hukum': 'regime',
      'Laporan berikutnya': day('reportDueOn'),
      Id: 'id',
    },
  })
  list(@Query() query: AgreementsQuery, @CurrentCaller() caller: Caller): Promise<Page<AgreementView>> {
    return this.findAgreements.list(caller.scope === 'any' ? null : caller.region, query);
  }

  /** The whole file of an agreement, with what is missing for each next step. */
  @Get(':id')
  @Allow('agreements:read')
  one(
    @Param('id', IdPipe) id: string,
    @CurrentCaller() caller: Caller,
    @ReaderLanguage() language: Language,
  ): Promise<AgreementFile> {
    return this.findAgreements.one(caller.scope === 'any' ? null : caller.region, id, language);
  }

  /** Records a document of an agreement by its hash. */
  @Post(':id/documents')
  @Allow('agreements:write')
  @Describe({ refuses: ['ILLEGAL_TRANSITION'] })
  document(
    @Param('id', IdPipe) id: string,
    @Body() body: DocumentDto,
    @CurrentCaller() caller: Caller,
  ): Promise<Created> {
    return this.recordDocument.run(caller.region, caller.subject, id, body);
  }

  /** Records who signs for a side; the same name again corrects what was recorded, such as a power of attorney that lacked. */
  @Post(':id/signatories')
  @Allow('agreements:write')
  @Describe({ refuses: ['ILLEGAL_TRANSITION'] })
  signatory(
    @Param('id', IdPipe) id: string,
    @Body() body: SignatoryDto,
    @CurrentCaller() caller: Caller,
  ): Promise<Created> {
    return this.recordSignatory.run(caller.region, id, body);
  }
}
