import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { dataScopeOf } from '#platform/access/data-scope.js';
import { day, number, yesNo } from '#files/exports/column.js';
import { Exports } from '#files/exports/exports.js';
import { Describe } from '#platform/http/describe.js';
import type { Created, Page } from '#platform/http/shapes.js';
import { etag, versionOf } from '#platform/http/etag.js';
import { IdPipe } from '#platform/http/validate.js';
import { AddMembers } from './add-members.js';
import { ChangeProducer, type ProducerChanged } from './change-producer.js';
import { ChangeStatus, type StatusChanged } from './change-status.js';
import { FindProducers, type ProducerDetail, type ProducerView } from './find-producers.js';
import { LookupDto, MembersDto, ProducerDto, ProducersQuery, VerificationsDto } from './producers.dto.js';
import { RegisterProducers } from './register-producers.js';

@Controller('api/registry/producers')
export class ProducersController {
  constructor(
    private readonly registerProducers: RegisterProducers,
    private readonly addMembers: AddMembers,
    private readonly changeProducer: ChangeProducer,
    private readonly changeStanding: ChangeStatus,
    private readonly findProducers: FindProducers,
  ) {}

  /** Registers a producer or an aggregator, as a draft. */
  @Post()
  @Allow('producers:write')
  @Describe({ refuses: ['ALREADY_EXISTS'] })
  register(@Body() body: ProducerDto, @CurrentCaller() caller: Caller): Promise<Created> {
    return this.registerProducers.one(caller.region, body);
  }

  /** Producers and aggregators. */
  @Get()
  @Allow('producers:read')
  @Exports({
    file: 'produsen',
    columns: {
      Nomor: 'reference',
      Nama: 'name',
      Jenis: 'kind',
      Bentuk: 'form',
      Desa: 'village',
      'Nama desa': 'place.village',
      Kecamatan: 'place.district',
      NIB: 'nib',
      KBLI: 'kbli',
      Kelas: 'umkmClass',
      'Kelas per': day('umkmAsOf'),
      'Tenaga kerja': number('workers.total'),
      Perempuan: number('workers.women'),
      Pemuda: number('workers.youth'),
      'Jaminan kesehatan': yesNo('healthInsured'),
      Status: 'status',
      Id: 'id',
    },
  })
  list(@Query() query: ProducersQuery, @CurrentCaller() caller: Caller): Promise<Page<ProducerView>> {
    return this.findProducers.list(dataScopeOf(caller), query);
  }

  /** Who is registered under a NIK; the number travels in the body, never in an address that is logged. */
  @Post('lookup')
  @HttpCode(200)
  @Allow('producers:write')
  @Describe({ key: false })
  lookUp(@Body() body: LookupDto, @CurrentCaller() caller: Caller): Promise<{ items: readonly ProducerView[] }> {
    return this.findProducers.byNik(caller.region, body.nik);
  }

  /** Verifies many producers at once, by their ids or an officer's numbers; those verified before stay as they are. */
  @Post('verifications')
  @HttpCode(200)
  @Allow('producers:write')
  verifyAll(@Body() body: VerificationsDto, @CurrentCaller() caller: Caller): Promise<{ verified: number }> {
    return this.changeStanding.verifyAll(caller.region, body);
  }

  /** One producer, with how many members it has. */
  @Get(':id')
  @Allow('producers:read')
  @Describe({ headers: { ETag: 'Its version, for If-Match.' } })
  async one(
    @Param('id', IdPipe) id: string,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProducerDetail> {
    const producer = await this.findProducers.one(dataScopeOf(caller), id);
    void reply.header('ETag', etag(producer.version));
    return producer;
  }

  /** Replaces what is said of a producer. */
  @Put(':id')
  @Allow('producers:write')
  @Describe({ refuses: ['ALREADY_EXISTS', 'ILLEGAL_TRANSITION'] })
  async change(
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: ProducerDto,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProducerChanged> {
    const { version } = await this.changeProducer.run(caller.region, id, versionOf(ifMatch), body);
    void reply.header('ETag', etag(version));
    return { id, version };
  }

  /** Adds members to an aggregator; who is one already stays one. */
  @Post(':id/members')
  @HttpCode(200)
  @Allow('producers:write')
  add(
    @Param('id', IdPipe) id: string,
    @Body() body: MembersDto,
    @CurrentCaller() caller: Caller,
  ): Promise<{ added: number }> {
    return this.addMembers.run(caller.region, id, body.members);
  }

  /** Verifies a producer: it may sell. */
  @Post(':id/verify')
  @HttpCode(200)
  @Allow('producers:write')
  @Describe({ refuses: ['ILLEGAL_TRANSITION'] })
  verify(@Param('id', IdPipe) id: string, @CurrentCaller() caller: Caller): Promise<StatusChanged> {
    return this.changeStanding.run(caller.region, id, 'verified');
  }

  /** Suspends a producer: it may not sell until it is verified again. */
  @Post(':id/suspend')
  @HttpCode(200)
  @Allow('producers:write')
  @Describe({ refuses: ['ILLEGAL_TRANSITION'] })
  suspend(@Param('id', IdPipe) id: string, @CurrentCaller() caller: Caller): Promise<StatusChanged> {
    return this.changeStanding.run(caller.region, id, 'suspended');
  }

  /** Closes a producer for good. */
  @Post(':id/close')
  @HttpCode(200)
  @Allow('producers:write')
  @Describe({ refuses: ['ILLEGAL_TRANSITION'] })
  close(@Param('id', IdPipe) id: string, @CurrentCaller() caller: Caller): Promise<StatusChanged> {
    return this.changeStanding.run(caller.region, id, 'closed');
  }
}
