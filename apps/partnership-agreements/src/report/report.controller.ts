import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { Describe } from '#platform/http/describe.js';
import { IdPipe } from '#platform/http/validate.js';
import { FindReport, type Report } from './find-report.js';
import { reportPdf } from './report-pdf.js';
import { ReportQuery } from './report.dto.js';

@Controller('api/agreements/:id/report')
export class ReportController {
  constructor(private readonly findReport: FindReport) {}

  /** The periodic report (pelaporan) of an agreement, as JSON or as a PDF. */
  @Get()
  @Allow('agreements:read')
  @Describe({ gives: 'application/pdf' })
  async read(
    @Param('id', IdPipe) id: string,
    @Query() query: ReportQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<Report | StreamableFile> {
    const report = await this.findReport.run(caller.scope === 'any' ? null : caller.region, id, query);
    if (query.format === 'json') return report;
    const disposition = `attachment; filename="laporan-${query.from}-${query.to}.pdf"`;
    return new StreamableFile(await reportPdf(report), { type: 'application/pdf', disposition });
  }
}
