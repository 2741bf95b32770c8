import { Controller, Get, Logger, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '#platform/access/allow.js';
import { Unlisted } from '#platform/http/describe.js';
import { Cookies } from './cookies.js';
import { FinishSignIn } from './finish-sign-in.js';
import { REFUSAL_POLICY, refusalPage } from './refusal-page.js';
import { SignInRefused } from './refusal.js';
import { StartSignIn } from './start-sign-in.js';

const HEADERS: Record<string, string> = {
  'Cache-Control': 'no-store',
  // The code in the address is nobody else's to see.
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': REFUSAL_POLICY,
  'X-Content-Type-Options': 'nosniff',
};

/** Where a browser begins to sign in, and where the issuer sends it back to. */
@Public()
@Unlisted()
@Controller('auth')
export class SignInController {
  private readonly logger = new Logger(SignInController.name);

  constructor(
    private readonly start: StartSignIn,
    private readonly finish: FinishSignIn,
    private readonly cookies: Cookies,
  ) {}

  /** @param back path of the page that one comes from */
  @Get('sign-in')
  async begin(@Query('return') back: unknown, @Res() reply: FastifyReply): Promise<void> {
    await this.refusing(reply, async () => {
      const { address, state, sealed } = await this.start.run(back);
      void reply.headers(HEADERS).header('Set-Cookie', this.cookies.attempted(state, sealed)).redirect(address, 303);
    });
  }

  @Get('callback')
  async end(
    @Query('state') given: unknown,
    @Req() { url, headers }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const state = typeof given === 'string' && /^[\w-]{8,200}$/.test(given) ? given : '';
    await this.refusing(reply, async () => {
      const attempt = state === '' ? undefined : this.cookies.attemptOf(headers.cookie, state);
      const { token, session, seconds, back } = await this.finish.run(url.replace(/^[^?]*/, ''), attempt);
      const cookies = [...this.cookies.signedIn(token, session, seconds), this.cookies.forgetAttempt(state)];
      void reply.headers(HEADERS).header('Set-Cookie', cookies).redirect(back, 303);
    });
  }

  /** A person looks at the answer: a refusal is a page in words. */
  private async refusing(reply: FastifyReply, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof SignInRefused)) throw error;
      this.logger.warn(`Not signed in (${error.why.code}): ${error.message}`);
      const { status, html } = refusalPage(error.why);
      void reply.status(status).headers(HEADERS).type('text/html; charset=utf-8').send(html);
    }
  }
}
