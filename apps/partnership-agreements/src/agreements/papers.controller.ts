import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { Describe } from '#platform/http/describe.js';
import type { Created } from '#platform/http/shapes.js';
import { IdPipe } from '#platform/http/validate.js';
import { DocumentDto, RegisterNumberDto, SignatoryDto } from './agreements.dto.js';
import { RecordDocument } from './record-document.js';
import { RecordRegisterNumber, type RegisterNumbers } from './record-register-number.js';
import { RecordSignatory } from './record-signatory.js';

/** What each side records in an agreement's file. */
@Controller('api/agreements/:id')
export class PapersController {
  constructor(
    private readonly recordDocument: RecordDocument,
    private readonly recordSignatory: RecordSignatory,
    private readonly recordRegisterNumber: RecordRegisterNumber,
  ) {}

  /** Records a document of an agreement by its hash; each side records what it has. */
  @Post('documents')
  @Allow('agreements:write')
  @Describe({ refuses: ['ILLEGAL_TRANSITION', 'ALREADY_EXISTS'] })
  document(
    @Param('id', IdPipe) id: string,
    @Body() body: DocumentDto,
    @CurrentCaller() caller: Caller,
  ): Promise<Created> {
    return this.recordDocument.run(caller.region, caller.subject, id, body);
  }

  /** Records who signs for a side: the partner its own, the origin either; the same name again corrects what was recorded, such as a power of attorney that lacked. */
  @Post('signatories')
  @Allow('agreements:write')
  @Describe({ refuses: ['ILLEGAL_TRANSITION'] })
  signatory(
    @Param('id', IdPipe) id: string,
    @Body() body: SignatoryDto,
    @CurrentCaller() caller: Caller,
  ): Promise<Created> {
    return this.recordSignatory.run(caller.region, id, body);
  }

  /** Enters the number of an agreement in a side's register: the partner its own, the origin either. */
  @Post('register-numbers')
  @HttpCode(200)
  @Allow('agreements:write')
  @Describe({ refuses: ['ALREADY_EXISTS'] })
  registerNumber(
    @Param('id', IdPipe) id: string,
    @Body() body: RegisterNumberDto,
    @CurrentCaller() caller: Caller,
  ): Promise<RegisterNumbers> {
    return this.recordRegisterNumber.run(caller.region, id, body);
  }
}
