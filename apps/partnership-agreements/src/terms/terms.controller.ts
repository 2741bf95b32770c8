import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { IdPipe } from '#platform/http/validate.js';
import { SetTerms } from './set-terms.js';
import { TermsDto } from './terms.dto.js';

@Controller('api/agreements/:id/terms')
export class TermsController {
  constructor(private readonly setTerms: SetTerms) {}

  @Post()
  @HttpCode(200)
  @Allow('agreements:write')
  set(@Param('id', IdPipe) id: string, @Body() body: TermsDto, @CurrentCaller() caller: Caller): Promise<object> {
    return this.setTerms.run(caller.region, id, body.terms);
  }
}
