import { Injectable, Logger } from '@nestjs/common';
import { TokenRefused, TokenVerifier } from '#platform/access/token-verifier.js';
import type { Principal } from '#platform/access/principal.js';
import { SignInSessions } from '../persistence/sign-in-sessions.js';

/** Who is signed in, as the token says; the name as the issuer told it at sign-in. */
export interface Me {
  readonly subject: string;
  readonly name: string;
  readonly roles: Principal['roles'];
  /** Empty for who looks after the installation and has no region. */
  readonly region: string;
  readonly aggregator?: string;
  /** When the token ends. */
  readonly expiresAt: string;
  /** Seconds until then: the clock of a page may be wrong. */
  readonly expiresIn: number;
}

@Injectable()
export class FindMe {
  private readonly logger = new Logger(FindMe.name);

  constructor(
    private readonly tokens: TokenVerifier,
    private readonly sessions: SignInSessions,
  ) {}

  /** @returns undefined: nobody is signed in */
  async run(token: string | undefined, session: string | undefined): Promise<Me | undefined> {
    if (token === undefined) return undefined;
    const principal = await this.tokens.verify(token).catch((error: unknown) => {
      if (!(error instanceof TokenRefused)) throw error;
      this.logger.warn(`Nobody is signed in: the token is refused, ${error.message}`);
      return undefined;
    });
    if (!principal) return undefined;
    const { expiresAt = 0, ...who } = principal;
    const kept = session === undefined ? undefined : await this.sessions.find(session);
    return {
      ...who,
      name: kept?.name ?? who.subject,
      expiresAt: new Date(expiresAt).toISOString(),
      expiresIn: Math.max(0, Math.round((expiresAt - Date.now()) / 1_000)),
    };
  }
}
