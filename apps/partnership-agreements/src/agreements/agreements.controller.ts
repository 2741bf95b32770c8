import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { IdPipe } from '#platform/http/validate.js';
import { AgreementDto, AgreementsQuery, DocumentDto, SignatoryDto } from './agreements.dto.js';
import { FindAgreements } from './find-agreements.js';
import { OpenAgreement } from './open-agreement.js';
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

  @Post()
  @Allow('agreements:write')
  open(@Body() body: AgreementDto, @CurrentCaller() caller: Caller): Promise<object> {
    return this.openAgreement.run(caller.region, caller.subject, body);
  }

  @Get()
  @Allow('agreements:read')
  list(@Query() query: AgreementsQuery, @CurrentCaller() caller: Caller): Promise<object> {
    return this.findAgreements.list(caller.scope === 'any' ? null : caller.region, query);
  }

  @Get(':id')
  @Allow('agreements:read')
  one(@Param('id', IdPipe) id: string, @CurrentCaller() caller: Caller): Promise<object> {
    return this.findAgreements.one(caller.scope === 'any' ? null : caller.region, id);
  }

  @Post(':id/documents')
  @Allow('agreements:write')
  document(
    @Param('id', IdPipe) id: string,
    @Body() body: DocumentDto,
    @CurrentCaller() caller: Caller,
  ): Promise<object> {
    return this.recordDocument.run(caller.region, caller.subject, id, body);
  }

  @Post(':id/signatories')
  @Allow('agreements:write')
  signatory(
    @Param('id', IdPipe) id: string,
    @Body() body: SignatoryDto,
    @CurrentCaller() caller: Caller,
  ): Promise<object> {
    return this.recordSignatory.run(caller.region, id, body);
  }
}
