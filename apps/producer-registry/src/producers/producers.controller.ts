import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { IdPipe } from '#platform/http/validate.js';
import { AddMembers } from './add-members.js';
import { ChangeProducer, versionOf } from './change-producer.js';
import { ChangeStanding } from './change-standing.js';
import { FindProducers } from './find-producers.js';
import { LookupDto, MembersDto, ProducerDto, ProducersQuery, VerificationsDto } from './producers.dto.js';
import { RegisterProducers } from './register-producers.js';

@Controller('api/registry/producers')
export class ProducersController {
  constructor(
    private readonly registerProducers: RegisterProducers,
    private readonly addMembers: AddMembers,
    private readonly changeProducer: ChangeProducer,
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
  async one(
    @Param('id', IdPipe) id: string,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const producer = await this.findProducers.one(caller.scope === 'any' ? null : caller.region, id);
    void reply.header('ETag', etag(producer.version));
    return producer;
  }

  @Put(':id')
  @Allow('producers:write')
  async change(
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: ProducerDto,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const { version } = await this.changeProducer.run(caller.region, id, versionOf(ifMatch), body);
    void reply.header('ETag', etag(version));
    return { id, version };
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

function etag(version: number): string {
  return `"${String(version)}"`;
}
