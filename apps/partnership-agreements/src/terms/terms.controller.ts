import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { Describe } from '#platform/http/describe.js';
import { IdPipe } from '#platform/http/validate.js';
import { SetTerms, type TermsSet } from './set-terms.js';
import { TermsDto } from './terms.dto.js';

@Controller('api/agreements/:id/terms')
export class TermsController {
  constructor(private readonly setTerms: SetTerms) {}

  /** Sets the whole quota table of an agreement that is not signed yet. */
  @Post()
  @HttpCode(200)
  @Allow('agreements:write')
  @Describe({ refuses: ['ILLEGAL_TRANSITION'] })
  set(@Param('id', IdPipe) id: string, @Body() body: TermsDto, @CurrentCaller() caller: Caller): Promise<TermsSet> {
    return this.setTerms.run(caller.region, id, body.terms);
  }
}
