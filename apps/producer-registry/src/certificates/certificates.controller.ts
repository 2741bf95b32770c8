import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Language } from '#kernel/refusals/words.js';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { dataScopeOf } from '#platform/access/data-scope.js';
import { day, number } from '#files/exports/column.js';
import { Exports } from '#files/exports/exports.js';
import { Describe } from '#platform/http/describe.js';
import { ReaderLanguage } from '#platform/http/language.js';
import type { Page } from '#platform/http/shapes.js';
import { IdPipe } from '#platform/http/validate.js';
import { CertificateDto, CertificatesQuery, EndingQuery } from './certificates.dto.js';
import { ChangeCertificate, type CertificateChanged } from './change-certificate.js';
import { FindCertificates, type CertificateView, type EndingCertificate } from './find-certificates.js';
import { RecordCertificate, type CertificateRecorded } from './record-certificate.js';

@Controller('api/registry')
export class CertificatesController {
  constructor(
    private readonly recordCertificate: RecordCertificate,
    private readonly changeCertificate: ChangeCertificate,
    private readonly findCertificates: FindCertificates,
  ) {}

  /** Records a certificate of a producer; it counts once it is verified. */
  @Post('producers/:id/certificates')
  @Allow('producers:write')
  @Describe({ refuses: ['ALREADY_EXISTS'] })
  record(
    @Param('id', IdPipe) id: string,
    @Body() body: CertificateDto,
    @CurrentCaller() caller: Caller,
    @ReaderLanguage() language: Language,
  ): Promise<CertificateRecorded> {
    return this.recordCertificate.run(caller.region, id, body, language);
  }

  /** Certificates. */
  @Get('certificates')
  @Allow('producers:read')
  @Exports({
    file: 'sertifikat',
    columns: {
      Jenis: 'kind',
      Nomor: 'number',
      Komoditas: 'products',
      Terbit: day('issued'),
      'Berlaku s.d.': day('until'),
      Status: 'status',
      'Diverifikasi oleh': 'verifiedBy',
      Produsen: 'producerId',
      Id: 'id',
    },
  })
  list(@Query() query: CertificatesQuery, @CurrentCaller() caller: Caller): Promise<Page<CertificateView>> {
    return this.findCertificates.list(dataScopeOf(caller), query);
  }

  /** Verified certificates that end soon or have ended lately, the next to end first. */
  @Get('certificates/ending')
  @Allow('producers:read')
  @Exports({
    file: 'sertifikat-berakhir',
    columns: {
      Produsen: 'producer',
      Jenis: 'kind',
      Nomor: 'number',
      Komoditas: 'products',
      'Berlaku s.d.': day('until'),
      'Sisa hari': number('daysLeft'),
      Id: 'id',
    },
  })
  ending(@Query() query: EndingQuery, @CurrentCaller() caller: Caller): Promise<Page<EndingCertificate>> {
    return this.findCertificates.ending(dataScopeOf(caller), query);
  }

  /** Verifies a recorded certificate: from now on it counts. */
  @Post('certificates/:id/verify')
  @HttpCode(200)
  @Allow('producers:write')
  @Describe({ refuses: ['ILLEGAL_TRANSITION'] })
  verify(@Param('id', IdPipe) id: string, @CurrentCaller() caller: Caller): Promise<CertificateChanged> {
    return this.changeCertificate.run(caller.region, id, 'verify', caller.subject);
  }

  /** Revokes a certificate: from now on it does not count. */
  @Post('certificates/:id/revoke')
  @HttpCode(200)
  @Allow('producers:write')
  @Describe({ refuses: ['ILLEGAL_TRANSITION'] })
  revoke(@Param('id', IdPipe) id: string, @CurrentCaller() caller: Caller): Promise<CertificateChanged> {
    return this.changeCertificate.run(caller.region, id, 'revoke', caller.subject);
  }
}
