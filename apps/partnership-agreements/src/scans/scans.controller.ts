import { Controller, Get, Param, Put, Req, StreamableFile } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { Describe } from '#platform/http/describe.js';
import { IdPipe } from '#platform/http/validate.js';
import { FindScan } from './find-scan.js';
import { KeepScan, type ScanKept } from './keep-scan.js';
import { PDF, readPdf } from './pdf-bodies.js';

@Controller('api/agreements/:id/documents/:documentId/file')
export class ScansController {
  constructor(
    private readonly keepScan: KeepScan,
    private readonly findScan: FindScan,
  ) {}

  /** Keeps the paper itself of a document that is recorded: a PDF of its hash, at most 10 MiB. */
  @Put()
  @Allow('agreements:write')
  @Describe({ accepts: { [PDF]: [] }, refuses: ['TOO_LARGE', 'INVALID'] })
  async keep(
    @Param('id', IdPipe) id: string,
    @Param('documentId', IdPipe) documentId: string,
    @Req() request: FastifyRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<ScanKept> {
    return this.keepScan.run(caller.region, id, documentId, await readPdf(request));
  }

  /** The paper as it was sent, a PDF; there is none while only its hash is recorded. */
  @Get()
  @Allow('agreements:read')
  @Describe({ gives: PDF })
  async read(
    @Param('id', IdPipe) id: string,
    @Param('documentId', IdPipe) documentId: string,
    @CurrentCaller() caller: Caller,
  ): Promise<StreamableFile> {
    const content = await this.findScan.run(caller.scope === 'any' ? null : caller.region, id, documentId);
    return new StreamableFile(content, { type: PDF, disposition: `attachment; filename="dokumen-${documentId}.pdf"` });
  }
}
