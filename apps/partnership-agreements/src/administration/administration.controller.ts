import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { day } from '#files/exports/column.js';
import { Exports } from '#files/exports/exports.js';
import { Describe } from '#platform/http/describe.js';
import type { Created } from '#platform/http/shapes.js';
import { IdPipe } from '#platform/http/validate.js';
import { FilingDto, SubmissionDto } from './administration.dto.js';
import { FindAdministration, type FilingView, type ReportView } from './find-administration.js';
import { RecordFiling } from './record-filing.js';
import { SubmitReport, type ReportSubmitted } from './submit-report.js';

/** The recurring duties of an agreement: its administration (penatausahaan) and its periodic reports (pelaporan). */
@Controller('api/agreements')
export class AdministrationController {
  constructor(
    private readonly recordFiling: RecordFiling,
    private readonly submitReport: SubmitReport,
    private readonly find: FindAdministration,
  ) {}

  /** Enters what was done with an agreement's documents; an entry is never changed. */
  @Post(':id/filings')
  @Allow('agreements:write')
  @Describe({ refuses: ['ALREADY_EXISTS'] })
  file(@Param('id', IdPipe) id: string, @Body() body: FilingDto, @CurrentCaller() caller: Caller): Promise<Created> {
    return this.recordFiling.run(caller.region, caller.subject, id, body);
  }

  /** What was done with an agreement's documents, at most 1,000 entries. */
  @Get(':id/filings')
  @Allow('agreements:read')
  @Exports({
    file: 'penatausahaan',
    columns: {
      'Nomor agenda': 'agendaNumber',
      Tanggal: day('date'),
      Jenis: 'kind',
      'SHA-256': 'sha256',
      Catatan: 'note',
      'Dicatat oleh': 'filedBy',
      Id: 'id',
    },
  })
  filings(@Param('id', IdPipe) id: string, @CurrentCaller() caller: Caller): Promise<{ items: FilingView[] }> {
    return this.find.filings(caller.scope === 'any' ? null : caller.region, id);
  }

  /** Records that a periodic report was submitted. */
  @Post(':id/reports')
  @Allow('agreements:write')
  @Describe({ refuses: ['ALREADY_EXISTS'] })
  submit(
    @Param('id', IdPipe) id: string,
    @Body() body: SubmissionDto,
    @CurrentCaller() caller: Caller,
  ): Promise<ReportSubmitted> {
    return this.submitReport.run(caller.region, caller.subject, id, body);
  }

  /** Every periodic report that an agreement owes, with those that were submitted. */
  @Get(':id/reports')
  @Allow('agreements:read')
  @Exports({
    file: 'pelaporan',
    columns: {
      Mulai: day('from'),
      'Jatuh tempo': day('dueOn'),
      Status: 'state',
      Disampaikan: day('submittedOn'),
      Nomor: 'number',
      'SHA-256': 'sha256',
      'Disampaikan oleh': 'submittedBy',
    },
  })
  reports(@Param('id', IdPipe) id: string, @CurrentCaller() caller: Caller): Promise<{ items: ReportView[] }> {
    return this.find.reports(caller.scope === 'any' ? null : caller.region, id);
  }
}
