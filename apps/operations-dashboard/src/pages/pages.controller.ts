import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '#platform/access/allow.js';
import { Unlisted } from '#platform/http/describe.js';
import { notFound } from '#platform/http/validate.js';
import { BuiltPages, type PageFile } from './built-pages.js';

/** Nothing from other hosts, no inline script, no framing. */
const SECURITY: Record<string, string> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
    "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
};

/** The built pages. What is in them is public; what they show is not. */
@Public()
@Unlisted()
@Controller()
export class PagesController {
  constructor(private readonly pages: BuiltPages) {}

  /** One shell for every page: it shows what its address asks for (apps/web/src/pages.ts). */
  @Get(['', 'mitra', 'kerja-sama', 'registri', 'pesanan'])
  index(@Headers('accept-encoding') accepts: string | undefined, @Res() reply: FastifyReply): void {
    const page = this.pages.file('index.html');
    if (page) send(reply, page, accepts, 'no-cache');
    else void reply.status(503).type('text/plain; charset=utf-8').send('The pages are not built: npm run build:web\n');
  }

  /** Names of assets contain a hash of their content, so they never change. */
  @Get('assets/:name')
  asset(
    @Param('name') name: string,
    @Headers('accept-encoding') accepts: string | undefined,
    @Res() reply: FastifyReply,
  ): void {
    const file = this.pages.file(`assets/${name}`);
    if (!file) throw notFound();
    send(reply, file, accepts, 'public, max-age=31536000, immutable');
  }

  @Get('favicon.svg')
  icon(@Headers('accept-encoding') accepts: string | undefined, @Res() reply: FastifyReply): void {
    const file = this.pages.file('favicon.svg');
    if (!file) throw notFound();
    send(reply, file, accepts, 'public, max-age=86400');
  }
}

function send(reply: FastifyReply, file: PageFile, accepts: string | undefined, cache: string): void {
  const zipped = /\bgzip\b/.test(accepts ?? '');
  void reply
    .headers({
      ...SECURITY,
      'Cache-Control': cache,
      Vary: 'Accept-Encoding',
      ...(zipped ? { 'Content-Encoding': 'gzip' } : {}),
    })
    .type(file.type)
    .send(zipped ? file.zipped : file.bytes);
}
