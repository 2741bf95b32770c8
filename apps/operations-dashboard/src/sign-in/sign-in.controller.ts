import { Controller, Get, HttpCode, Logger, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '#platform/access/allow.js';
import { Describe } from '#platform/http/describe.js';
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
@Controller('auth')
export class SignInController {
  private readonly logger = new Logger(SignInController.name);

  constructor(
    private readonly start: StartSignIn,
    private readonly finish: FinishSignIn,
    private readonly cookies: Cookies,
  ) {}

  /** Begins to sign in: leads the browser to the issuer. `return` is the path of the page that it comes back to at the end. */
  @Get('sign-in')
  @HttpCode(303)
  @Describe({
    headers: { Location: 'Address at the issuer.', 'Set-Cookie': 'What this attempt is known by, for ten minutes.' },
    refuses: ['TOO_MANY_REQUESTS'],
    refusesWithPage: [404, 503],
  })
  async begin(@Query('return') back: unknown, @Res() reply: FastifyReply): Promise<void> {
    await this.refusing(reply, async () => {
      const { address, state, sealed } = await this.start.run(back);
      void reply.headers(HEADERS).header('Set-Cookie', this.cookies.attempted(state, sealed)).redirect(address, 303);
    });
  }

  /**
   * Ends what /auth/sign-in began. The issuer sends the browser here with `state` and what its answer is (OAuth: `code` and `iss`,
   * or `error`); nobody else calls it.
   */
  @Get('callback')
  @HttpCode(303)
  @Describe({
    headers: { Location: 'Path of the page that one came from.', 'Set-Cookie': 'Token and session of the pages.' },
    refuses: ['TOO_MANY_REQUESTS'],
    refusesWithPage: [400, 403, 404, 502, 503],
  })
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
