import { Injectable, Logger } from '@nestjs/common';
import { SignInSessions } from '../persistence/sign-in-sessions.js';
import { IdentityProvider } from './identity-provider.js';
import { SignInRefused } from './refusal.js';

/** Ends a session here at once, and at the issuer as far as it answers. */
@Injectable()
export class EndSession {
  private readonly logger = new Logger(EndSession.name);

  constructor(
    private readonly provider: IdentityProvider,
    private readonly sessions: SignInSessions,
  ) {}

  /** @returns where the browser goes next: to the issuer, which ends its own session and sends it back */
  async run(id: string | undefined): Promise<string> {
    const kept = id === undefined ? undefined : await this.sessions.close(id);
    if (!kept) return '/';
    try {
      if (kept.refreshToken !== undefined) await this.revoke(kept.refreshToken);
      return (await this.provider.signOutAddress(kept.idToken)) ?? '/';
    } catch (error) {
      this.logger.warn(`Signed out here; the issuer was not told: ${String(error)}`);
      return '/';
    }
  }

  /** Whoever will not take it back still ends the session when the browser comes. */
  private async revoke(refreshToken: string): Promise<void> {
    await this.provider.revoke(refreshToken).catch((error: unknown) => {
      if (!(error instanceof SignInRefused) || error.why.code !== 'refused') throw error;
      this.logger.warn(`A refresh token is not taken back: ${error.message}`);
    });
  }
}
