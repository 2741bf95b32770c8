import { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { Describe } from '#platform/http/describe.js';
import { IdPipe } from '#platform/http/validate.js';
import { readChoice } from '#files/uploads/column-choice.js';
import { errorFile } from '#files/uploads/error-file.js';
import type { FileColumns } from '#files/uploads/file-columns.js';
import { FindUploads, type RowView, type UploadView } from '#files/uploads/find-uploads.js';
import { viewOfKind, type FileKinds } from '#files/uploads/kind-view.js';
import { ReceiveUpload, type ReceivedFile } from '#files/uploads/receive-upload.js';
import { StartPlacement } from '#files/uploads/start-placement.js';
import { FORMATS, uploadOf } from '#files/uploads/upload-bodies.js';
import { PlacementDto, RowsQueryDto } from '#files/uploads/uploads.dto.js';
import { ORDER_COLUMNS } from './order-columns.js';
import { OrderFileQuery } from './uploads.dto.js';

/** An upload with a page of its rows. */
export interface UploadPage extends UploadView {
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

  /** Reads a file of orders and answers with a preview. The same file again is the same upload: 200 instead of 201. */
  @Post()
  @Allow('orders:place')
  @Describe({
    accepts: Object.fromEntries(Object.keys(FORMATS).map((type) => [type, []])),
    also: [200],
    headers: { Location: 'Address of the upload.' },
    key: false,
  })
  async receive(
    @Req() request: FastifyRequest,
    @CurrentCaller() caller: Caller,
    @Query() query: OrderFileQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UploadPage> {
    const { id, isNew } = await this.receiveUpload.run(caller, received(request, query));
    void reply.status(isNew ? 201 : 200).header('Location', `/api/orders/uploads/${id}`);
    return this.page(caller, id, new RowsQueryDto());
  }

  /** What the columns of a file are taken for, and which are missing; nothing of it is kept. */
  @Post('columns')
  @HttpCode(200)
  @Allow('orders:place')
  @Describe({ accepts: Object.fromEntries(Object.keys(FORMATS).map((type) => [type, []])), key: false })
  columns(
    @Req() request: FastifyRequest,
    @CurrentCaller() caller: Caller,
    @Query() query: OrderFileQuery,
  ): Promise<FileColumns> {
    return this.receiveUpload.columns(caller, received(request, query));
  }

  /** Places the rows of an upload, in the background. */
  @Post(':id/placement')
  @HttpCode(202)
  @Allow('orders:place')
  @Describe({ key: false, refuses: ['ILLEGAL_TRANSITION'] })
  async place(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() { rows }: PlacementDto,
  ): Promise<UploadView> {
    await this.startPlacement.run(caller, id, rows);
    return this.findUploads.one(caller, id);
  }

  /** The latest uploads first, at most 50. */
  @Get()
  @Allow('orders:read')
  latest(@CurrentCaller() caller: Caller): Promise<{ items: UploadView[] }> {
    return this.findUploads.latest(caller);
  }

  /** The one kind of file that is taken here, with its columns. */
  @Get('kinds')
  @Allow('orders:place')
  kinds(): FileKinds {
    return { kinds: [viewOfKind({ name: 'orders', columns: ORDER_COLUMNS })] };
  }

  /** An upload with a page of its rows. */
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

  /** The rows with errors as CSV, with a column `kesalahan`. */
  @Get(':id/errors')
  @Allow('orders:read')
  @Describe({ gives: 'text/csv' })
  async errors(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<StreamableFile> {
    const { upload, rows } = await this.findUploads.wrong(caller, id);
    return new StreamableFile(Readable.from(errorFile(upload, rows, ORDER_COLUMNS), { objectMode: false }), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="kesalahan-${id}.csv"`,
    });
  }
}

function received(request: FastifyRequest, { locale, fileName, sheet, columns, values }: OrderFileQuery): ReceivedFile {
  const { format, stream } = uploadOf(request);
  const choice = readChoice(Object.keys(ORDER_COLUMNS.headings), columns, values);
  return { kind: 'orders', format, body: stream, locale, fileName, sheet, choice };
}
