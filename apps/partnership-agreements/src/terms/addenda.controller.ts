import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { IdPipe } from '#platform/http/validate.js';
import { AddendumDto } from './addenda.dto.js';
import { AmendAgreement } from './amend-agreement.js';
import { FindAddenda } from './find-addenda.js';

@Controller('api/agreements/:id/addenda')
export class AddendaController {
  constructor(
    private readonly amendAgreement: AmendAgreement,
    private readonly findAddenda: FindAddenda,
  ) {}

  @Post()
  @Allow('agreements:write')
  amend(@Param('id', IdPipe) id: string, @Body() body: AddendumDto, @CurrentCaller() caller: Caller): Promise<object> {
    return this.amendAgreement.run(caller.region, caller.subject, id, body);
  }

  @Get()
  @Allow('agreements:read')
  list(@Param('id', IdPipe) id: string, @CurrentCaller() caller: Caller): Promise<object> {
    return this.findAddenda.list(regionOf(caller), id);
  }

  @Get(':edition')
  @Allow('agreements:read')
  difference(
    @Param('id', IdPipe) id: string,
    @Param('edition') edition: string,
    @CurrentCaller() caller: Caller,
  ): Promise<object> {
    // What is no number names no edition.
    return this.findAddenda.difference(regionOf(caller), id, /^\d{1,6}$/.test(edition) ? Number(edition) : 0);
  }
}

/** Null: every region. */
function regionOf(caller: Caller): string | null {
  return caller.scope === 'any' ? null : caller.region;
}
