import { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { IdPipe } from '#platform/http/validate.js';
import { errorFile } from './error-file.js';
import { FindUploads, type RowView, type UploadView } from './find-uploads.js';
import { ReceiveUpload } from './receive-upload.js';
import { StartPlacement } from './start-placement.js';
import { uploadOf } from './upload-bodies.js';
import { PlacementDto, RowsQueryDto, UploadQuery } from './uploads.dto.js';

interface UploadPage extends UploadView {
  readonly items: readonly RowView[];
  readonly next?: number;
}

/** Orders in files: a preview first, then the rows that its sender wants placed. docs/decisions/0011-order-intake.md */
@Controller('api/orders/uploads')
export class UploadsController {
  constructor(
    private readonly receiveUpload: ReceiveUpload,
    private readonly startPlacement: StartPlacement,
    private readonly findUploads: FindUploads,
  ) {}

  /** 201 with the preview; 200 with the upload that the same file made before. The file is the body, CSV or XLSX. */
  @Post()
  @Allow('orders:place')
  async receive(
    @Req() request: FastifyRequest,
    @CurrentCaller() caller: Caller,
    @Query() { locale, fileName }: UploadQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UploadPage> {
    const { format, stream } = uploadOf(request);
    const { id, isNew } = await this.receiveUpload.run(caller, { format, body: stream, locale, fileName });
    void reply.status(isNew ? 201 : 200).header('Location', `/api/orders/uploads/${id}`);
    return this.page(caller, id, new RowsQueryDto());
  }

  @Post(':id/placement')
  @HttpCode(202)
  @Allow('orders:place')
  async place(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() { rows }: PlacementDto,
  ): Promise<UploadView> {
    await this.startPlacement.run(caller, id, rows);
    return this.findUploads.one(caller, id);
  }

  @Get()
  @Allow('orders:read')
  latest(@CurrentCaller() caller: Caller): Promise<{ items: UploadView[] }> {
    return this.findUploads.latest(caller);
  }

  @Get(':id')
  @Allow('orders:read')
  async page(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Query() query: RowsQueryDto,
  ): Promise<UploadPage> {
    const upload = await this.findUploads.one(caller, id);
    return { ...upload, ...(await this.findUploads.rows(id, query)) };
  }

  /** Rows with errors as CSV, with a column `kesalahan`. */
  @Get(':id/errors')
  @Allow('orders:read')
  async errors(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<StreamableFile> {
    const { upload, rows } = await this.findUploads.wrong(caller, id);
    return new StreamableFile(Readable.from(errorFile(upload, rows), { objectMode: false }), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="kesalahan-${id}.csv"`,
    });
  }
}
