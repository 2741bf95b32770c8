import { Controller, Get, Header, HttpCode, Logger, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#kernel/domain-error.js';
import { credentialOf, isSameOrigin } from '#platform/access/access.guard.js';
import { Public } from '#platform/access/allow.js';
import { tokenCookie } from '#platform/access/page-cookies.js';
import { Describe } from '#platform/http/describe.js';
import { DashboardConfig } from '../config.js';
import { Cookies } from './cookies.js';
import { EndSession } from './end-session.js';
import { FindMe, type Me } from './find-me.js';
import { SignInRefused } from './refusal.js';
import { RefreshSession } from './refresh-session.js';

/** What a page asks of its own session. */
@Public()
@Controller('auth')
export class SessionController {
  private readonly logger = new Logger(SessionController.name);
  private readonly tokenCookie: string;

  constructor(
    private readonly findMe: FindMe,
    private readonly refreshSession: RefreshSession,
    private readonly endSession: EndSession,
    private readonly cookies: Cookies,
    { SERAP_PAGES_URL }: DashboardConfig,
  ) {
    this.tokenCookie = tokenCookie(SERAP_PAGES_URL);
  }

  /** Who is signed in, by any token of the issuer. */
  @Get('me')
  @Describe({ reads: ['token', 'page'], refuses: ['UNAUTHENTICATED', 'TOO_MANY_REQUESTS'] })
  @Header('Cache-Control', 'no-store')
  async me(@Req() request: FastifyRequest): Promise<Me> {
    const token = credentialOf(request, this.tokenCookie);
    return known(await this.findMe.run(token, this.cookies.session(request.headers.cookie)));
  }

  /** New tokens for this session: its page goes on, and its live stream resumes with them. For a page of this address alone. */
  @Post('refresh')
  @HttpCode(200)
  @Describe({
    reads: ['session'],
    headers: { 'Set-Cookie': 'Token and session of the pages.' },
    refuses: ['UNAUTHENTICATED', 'FORBIDDEN', 'TOO_MANY_REQUESTS'],
  })
  @Header('Cache-Control', 'no-store')
  async refresh(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Me> {
    ownPage(request);
    const session = this.cookies.session(request.headers.cookie);
    const token = this.cookies.token(request.headers.cookie);
    const refreshed = session === undefined ? undefined : await this.renew(session, token);
    if (session === undefined || !refreshed) {
      void reply.header('Set-Cookie', this.cookies.signedOut());
      return known(undefined);
    }
    const { kept, seconds } = refreshed;
    void reply.header('Set-Cookie', this.cookies.signedIn(kept.accessToken, session, seconds));
    return known(await this.findMe.run(kept.accessToken, session));
  }

  /** Ends this session. `next` is where the browser ends the one at the issuer. For a page of this address alone. */
  @Post('sign-out')
  @HttpCode(200)
  @Describe({
    reads: ['session'],
    headers: { 'Set-Cookie': 'Takes back what /auth/sign-in has set.' },
    refuses: ['FORBIDDEN', 'TOO_MANY_REQUESTS'],
  })
  @Header('Cache-Control', 'no-store')
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ next: string }> {
    ownPage(request);
    const next = await this.endSession.run(this.cookies.session(request.headers.cookie));
    void reply.header('Set-Cookie', this.cookies.signedOut());
    return { next };
  }

  private renew(session: string, token: string | undefined): ReturnType<RefreshSession['run']> {
    return this.refreshSession.run(session, token).catch((error: unknown) => {
      if (!(error instanceof SignInRefused)) throw error;
      this.logger.warn(`A session is not refreshed: ${error.message}`);
      throw new DomainError('UNAVAILABLE.sign-in');
    });
  }
}

function known(me: Me | undefined): Me {
  if (me) return me;
  throw new DomainError('UNAUTHENTICATED.session');
}

/** What changes something is done for a page of ours alone, never for another site. */
function ownPage(request: FastifyRequest): void {
  if (!isSameOrigin(request)) throw new DomainError('FORBIDDEN.page');
}
