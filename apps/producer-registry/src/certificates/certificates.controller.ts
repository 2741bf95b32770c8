import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { IdPipe } from '#platform/http/validate.js';
import { CertificateDto, CertificatesQuery, EndingQuery } from './certificates.dto.js';
import { ChangeCertificate } from './change-certificate.js';
import { FindCertificates } from './find-certificates.js';
import { RecordCertificate } from './record-certificate.js';

@Controller('api/registry')
export class CertificatesController {
  constructor(
    private readonly recordCertificate: RecordCertificate,
    private readonly changeCertificate: ChangeCertificate,
    private readonly findCertificates: FindCertificates,
  ) {}

  @Post('producers/:id/certificates')
  @Allow('producers:write')
  record(
    @Param('id', IdPipe) id: string,
    @Body() body: CertificateDto,
    @CurrentCaller() caller: Caller,
  ): Promise<object> {
    return this.recordCertificate.run(caller.region, id, body);
  }

  @Get('certificates')
  @Allow('producers:read')
  list(@Query() query: CertificatesQuery, @CurrentCaller() caller: Caller): Promise<object> {
    return this.findCertificates.list(caller.scope === 'any' ? null : caller.region, query);
  }

  @Get('certificates/ending')
  @Allow('producers:read')
  ending(@Query() query: EndingQuery, @CurrentCaller() caller: Caller): Promise<object> {
    return this.findCertificates.ending(caller.scope === 'any' ? null : caller.region, query);
  }

  @Post('certificates/:id/verify')
  @HttpCode(200)
  @Allow('producers:write')
  verify(@Param('id', IdPipe) id: string, @CurrentCaller() caller: Caller): Promise<object> {
    return this.changeCertificate.run(caller.region, id, 'verify', caller.subject);
  }

  @Post('certificates/:id/revoke')
  @HttpCode(200)
  @Allow('producers:write')
  revoke(@Param('id', IdPipe) id: string, @CurrentCaller() caller: Caller): Promise<object> {
    return this.changeCertificate.run(caller.region, id, 'revoke', caller.subject);
  }
}
