import { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#kernel/domain-error.js';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { scopeOf } from '#platform/access/permissions.js';
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
import { kindNamed, UPLOAD_KINDS, type UploadKind } from '#files/uploads/upload-kind.js';
import { PlacementDto, RowsQueryDto } from '#files/uploads/uploads.dto.js';
import { FileQuery, FilesQuery } from './uploads.dto.js';

/** An upload with a page of its rows. */
export interface UploadPage extends UploadView {
  readonly items: readonly RowView[];
  readonly next?: number;
}

/** Producers, certificates, coaching and stock in files: a preview first, then the rows that are wanted. */
@Controller('api/registry/uploads')
@Allow('surplus:declare')
export class UploadsController {
  constructor(
    private readonly receiveUpload: ReceiveUpload,
    private readonly startPlacement: StartPlacement,
    private readonly findUploads: FindUploads,
    @Inject(UPLOAD_KINDS) private readonly kinds: readonly UploadKind[],
  ) {}

  /** Reads a file and answers with a preview. The same file again is the same upload: 200 instead of 201. */
  @Post()
  @Describe({
    accepts: Object.fromEntries(Object.keys(FORMATS).map((type) => [type, []])),
    also: [200],
    headers: { Location: 'Address of the upload.' },
    key: false,
  })
  async receive(
    @Req() request: FastifyRequest,
    @CurrentCaller() caller: Caller,
    @Query() query: FileQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UploadPage> {
    mayPlace(caller, query.kind);
    const { id, isNew } = await this.receiveUpload.run(caller, this.received(request, query));
    void reply.status(isNew ? 201 : 200).header('Location', `/api/registry/uploads/${id}`);
    return this.page(caller, id, new RowsQueryDto());
  }

  /** What the columns of a file are taken for, and which are missing; nothing of it is kept. */
  @Post('columns')
  @HttpCode(200)
  @Describe({ accepts: Object.fromEntries(Object.keys(FORMATS).map((type) => [type, []])), key: false })
  columns(
    @Req() request: FastifyRequest,
    @CurrentCaller() caller: Caller,
    @Query() query: FileQuery,
  ): Promise<FileColumns> {
    mayPlace(caller, query.kind);
    return this.receiveUpload.columns(caller, this.received(request, query));
  }

  /** Enters the rows of an upload, in the background: each once, whatever happens in between. */
  @Post(':id/placement')
  @HttpCode(202)
  @Describe({ key: false })
  async place(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() { rows }: PlacementDto,
  ): Promise<UploadView> {
    mayPlace(caller, (await this.findUploads.one(caller, id)).kind);
    await this.startPlacement.run(caller, id, rows);
    return this.findUploads.one(caller, id);
  }

  /** The latest uploads first, at most 50. */
  @Get()
  latest(@CurrentCaller() caller: Caller, @Query() { kind }: FilesQuery): Promise<{ items: UploadView[] }> {
    return this.findUploads.latest(caller, kind);
  }

  /** The kinds of files that the caller may send, each with its columns. */
  @Get('kinds')
  kindsTaken(@CurrentCaller() caller: Caller): FileKinds {
    return { kinds: this.kinds.filter(({ name }) => maySend(caller, name)).map(viewOfKind) };
  }

  /** An upload with a page of its rows. */
  @Get(':id')
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
  @Describe({ gives: 'text/csv' })
  async errors(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<StreamableFile> {
    const { upload, rows } = await this.findUploads.wrong(caller, id);
    const { columns } = kindNamed(this.kinds, upload.kind);
    return new StreamableFile(Readable.from(errorFile(upload, rows, columns), { objectMode: false }), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="kesalahan-${id}.csv"`,
    });
  }

  private received(request: FastifyRequest, query: FileQuery): ReceivedFile {
    const { kind, locale, fileName, sheet, columns, values } = query;
    const { format, stream } = uploadOf(request);
    const fields = Object.keys(kindNamed(this.kinds, kind).columns.headings);
    return { kind, format, body: stream, locale, fileName, sheet, choice: readChoice(fields, columns, values) };
  }
}

/** A cooperative states stock; who and what is registered is the officer's to enter. */
function maySend({ roles }: Caller, kind: string): boolean {
  return kind === 'stock-statements' || scopeOf('producers:write', roles) !== undefined;
}

function mayPlace(caller: Caller, kind: string): void {
  if (maySend(caller, kind)) return;
  throw new DomainError('FORBIDDEN.upload');
}
