import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { Describe } from '#platform/http/describe.js';
import { IdPipe, OrdinalPipe } from '#platform/http/validate.js';
import { AddendumDto } from './addenda.dto.js';
import { AmendAgreement, type AgreementAmended } from './amend-agreement.js';
import { FindAddenda, type Edition, type EditionDifference } from './find-addenda.js';

@Controller('api/agreements/:id/addenda')
export class AddendaController {
  constructor(
    private readonly amendAgreement: AmendAgreement,
    private readonly findAddenda: FindAddenda,
  ) {}

  /** Records a signed addendum: a new quota table, a new last day, or both. */
  @Post()
  @Allow('agreements:write')
  @Describe({ refuses: ['ILLEGAL_TRANSITION'] })
  amend(
    @Param('id', IdPipe) id: string,
    @Body() body: AddendumDto,
    @CurrentCaller() caller: Caller,
  ): Promise<AgreementAmended> {
    return this.amendAgreement.run(caller.region, caller.subject, id, body);
  }

  /** Editions of a signed agreement, the PKS itself first. */
  @Get()
  @Allow('agreements:read')
  list(@Param('id', IdPipe) id: string, @CurrentCaller() caller: Caller): Promise<{ items: readonly Edition[] }> {
    return this.findAddenda.list(regionOf(caller), id);
  }

  /** What an addendum has changed: the edition before it and the one that it made, row by row. */
  @Get(':edition')
  @Allow('agreements:read')
  difference(
    @Param('id', IdPipe) id: string,
    @Param('edition', OrdinalPipe) edition: number,
    @CurrentCaller() caller: Caller,
  ): Promise<EditionDifference> {
    return this.findAddenda.difference(regionOf(caller), id, edition);
  }
}

/** Null: every region. */
function regionOf(caller: Caller): string | null {
  return caller.scope === 'any' ? null : caller.region;
}
