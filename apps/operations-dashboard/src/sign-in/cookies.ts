import { Injectable } from '@nestjs/common';
import { cookieName, readCookie, tokenCookie } from '#platform/access/page-cookies.js';
import { DashboardConfig } from '../config.js';
import { SESSION_SECONDS } from '../persistence/sign-in-sessions.js';

/** Seconds that somebody has to sign in at the issuer. */
const ATTEMPT_SECONDS = 600;

/**
 * Cookies of the pages. No script reads any of them. Only the attempt goes along when the issuer, another site, sends the
 * browser back (Lax); the others never leave with a request that another site has caused (Strict).
 */
@Injectable()
export class Cookies {
  private readonly names: { readonly token: string; readonly session: string; readonly attempt: string };
  private readonly secure: string;

  constructor({ SERAP_PAGES_URL: pages }: DashboardConfig) {
    const name = (part: string) => cookieName(`serap_${part}`, pages);
    this.names = { token: tokenCookie(pages), session: name('session'), attempt: name('sign_in') };
    this.secure = pages.startsWith('https:') ? '; Secure' : '';
  }

  /** @param seconds that the token lives */
  signedIn(token: string, session: string, seconds: number): string[] {
    return [
      this.write(this.names.token, token, `Path=/; SameSite=Strict; Max-Age=${String(seconds)}`),
      this.write(this.names.session, session, `Path=/auth; SameSite=Strict; Max-Age=${String(SESSION_SECONDS)}`),
    ];
  }

  signedOut(): string[] {
    return this.signedIn('', '', 0).map((cookie) => cookie.replace(/Max-Age=\d+/, 'Max-Age=0'));
  }

  session(header: string | undefined): string | undefined {
    return readCookie(header, this.names.session);
  }

  token(header: string | undefined): string | undefined {
    return readCookie(header, this.names.token);
  }

  attempted(state: string, attempt: string): string {
    return this.write(this.attempt(state), attempt, `Path=/auth; SameSite=Lax; Max-Age=${String(ATTEMPT_SECONDS)}`);
  }

  forgetAttempt(state: string): string {
    return this.write(this.attempt(state), '', 'Path=/auth; SameSite=Lax; Max-Age=0');
  }

  attemptOf(header: string | undefined, state: string): string | undefined {
    return readCookie(header, this.attempt(state));
  }

  /** Two tabs that sign in at once have a cookie each. */
  private attempt(state: string): string {
    return `${this.names.attempt}_${state.slice(0, 8)}`;
  }

  private write(name: string, value: string, attributes: string): string {
    return `${name}=${value}; HttpOnly; ${attributes}${this.secure}`;
  }
}
