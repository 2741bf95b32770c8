import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { day, number } from '#files/exports/column.js';
import { Exports } from '#files/exports/exports.js';
import type { Page } from '#platform/http/shapes.js';
import { IdPipe } from '#platform/http/validate.js';
import { AgreementDto, AgreementsQuery } from './agreements.dto.js';
import type { Language } from '#kernel/refusals/words.js';
import { ReaderLanguage } from '#platform/http/language.js';
import { FindAgreements, type AgreementFile, type AgreementView } from './find-agreements.js';
import { OpenAgreement, type AgreementOpened } from './open-agreement.js';

@Controller('api/agreements')
export class AgreementsController {
  constructor(
    private readonly openAgreement: OpenAgreement,
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
}
