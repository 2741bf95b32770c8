import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { IdPipe } from '#platform/http/validate.js';
import { AddMembers } from './add-members.js';
import { ChangeStanding } from './change-standing.js';
import { FindProducers } from './find-producers.js';
import { LookupDto, MembersDto, ProducerDto, ProducersQuery, VerificationsDto } from './producers.dto.js';
import { RegisterProducers } from './register-producers.js';

@Controller('api/registry/producers')
export class ProducersController {
  constructor(
    private readonly registerProducers: RegisterProducers,
    private readonly addMembers: AddMembers,
    private readonly changeStanding: ChangeStanding,
    private readonly findProducers: FindProducers,
  ) {}

  @Post()
  @Allow('producers:write')
  register(@Body() body: ProducerDto, @CurrentCaller() caller: Caller): Promise<object> {
    return this.registerProducers.one(caller.region, body);
  }

  @Get()
  @Allow('producers:read')
  list(@Query() query: ProducersQuery, @CurrentCaller() caller: Caller): Promise<object> {
    return this.findProducers.list(caller.scope === 'any' ? null : caller.region, query);
  }

  @Post('lookup')
  @HttpCode(200)
  @Allow('producers:write')
  lookUp(@Body() body: LookupDto, @CurrentCaller() caller: Caller): Promise<object> {
    return this.findProducers.byNik(caller.region, body.nik);
  }

  @Post('verifications')
  @HttpCode(200)
  @Allow('producers:write')
  verifyAll(@Body() body: VerificationsDto, @CurrentCaller() caller: Caller): Promise<object> {
    return this.changeStanding.verifyAll(caller.region, body.producers);
  }

  @Get(':id')
  @Allow('producers:read')
  one(@Param('id', IdPipe) id: string, @CurrentCaller() caller: Caller): Promise<object> {
    return this.findProducers.one(caller.scope === 'any' ? null : caller.region, id);
  }

  @Post(':id/members')
  @HttpCode(200)
  @Allow('producers:write')
  add(@Param('id', IdPipe) id: string, @Body() body: MembersDto, @CurrentCaller() caller: Caller): Promise<object> {
    return this.addMembers.run(caller.region, id, body.members);
  }

  @Post(':id/verify')
  @HttpCode(200)
  @Allow('producers:write')
  verify(@Param('id', IdPipe) id: string, @CurrentCaller() caller: Caller): Promise<object> {
    return this.changeStanding.run(caller.region, id, 'verified');
  }

  @Post(':id/suspend')
  @HttpCode(200)
  @Allow('producers:write')
  suspend(@Param('id', IdPipe) id: string, @CurrentCaller() caller: Caller): Promise<object> {
    return this.changeStanding.run(caller.region, id, 'suspended');
  }

  @Post(':id/close')
  @HttpCode(200)
  @Allow('producers:write')
  close(@Param('id', IdPipe) id: string, @CurrentCaller() caller: Caller): Promise<object> {
    return this.changeStanding.run(caller.region, id, 'closed');
  }
}
