import { Readable } from 'node:stream';
import {
  Injectable,
  StreamableFile,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { says } from '#kernel/refusals/sentences.js';
import { DomainError, faultAt } from '#kernel/domain-error.js';
import { cellsOf, type ExportCell } from './cells.js';
import { EXPORT_FORMATS, EXPORT_TYPES, EXPORTS, type ExportFormat, type ExportPlan } from './exports.js';
import { csvOf, xlsxOf } from './write-file.js';

const ROWS_A_PAGE = '500';

/** One page of a list, or an answer that is not paged. */
type Page = Readonly<Record<string, unknown>> & { readonly next?: string };

/** Answers a list as a file when it is asked for: it calls the list's own handler, page after page. */
@Injectable()
export class ExportsInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const plan = this.reflector.get<ExportPlan | undefined>(EXPORTS, context.getHandler());
    if (!plan || context.getType() !== 'http') return next.handle();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { format = 'json', ...query } = request.query as Record<string, unknown>;
    request.query = query;
    if (!EXPORT_FORMATS.includes(format as ExportFormat)) throw unknownFormat();
    if (format === 'json') return next.handle();
    return from(fileOf(plan, format as keyof typeof EXPORT_TYPES, pagesOf(plan, request, query, next)));
  }
}

/** The handler reads the query anew each time it is called. */
async function* pagesOf(
  plan: ExportPlan,
  request: FastifyRequest,
  query: object,
  next: CallHandler,
): AsyncGenerator<ExportCell[][]> {
  const columns = Object.values(plan.columns);
  for (let cursor: string | undefined; ;) {
    request.query = { ...query, limit: ROWS_A_PAGE, ...(cursor === undefined ? {} : { cursor }) };
    const page = (await lastValueFrom(next.handle())) as Page;
    yield rowsOf(plan, page).map((row) => cellsOf(row, columns));
    if (page.next === undefined) return;
    cursor = page.next;
  }
}

function rowsOf({ list = 'items', each }: ExportPlan, page: Page): unknown[] {
  const items = page[list] as Record<string, unknown>[];
  if (each === undefined) return items;
  return items.flatMap((item) => (item[each] as object[]).map((row) => ({ ...row, of: item })));
}

async function fileOf(
  { file, columns }: ExportPlan,
  format: keyof typeof EXPORT_TYPES,
  pages: AsyncGenerator<ExportCell[][]>,
): Promise<StreamableFile> {
  const headings = Object.keys(columns);
  const options = { type: EXPORT_TYPES[format], disposition: `attachment; filename="${file}.${format}"` };
  if (format === 'xlsx') return new StreamableFile(await xlsxOf(headings, pages, file), options);
  // The first page is read before anything is answered: what it is refused for is still a refusal.
  const first = await pages.next();
  const all = async function* (): AsyncGenerator<ExportCell[][]> {
    if (!first.done) yield first.value;
    yield* pages;
  };
  return new StreamableFile(Readable.from(csvOf(headings, all()), { objectMode: false }), options);
}

function unknownFormat(): DomainError {
  return new DomainError('INVALID', {}, [faultAt('/format', says('one-of', { list: EXPORT_FORMATS.join(', ') }))]);
}
