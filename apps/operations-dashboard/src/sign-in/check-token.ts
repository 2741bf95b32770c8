import { Injectable } from '@nestjs/common';
import { TokenRefused, TokenVerifier } from '#platform/access/token-verifier.js';
import { DashboardConfig } from '../config.js';
import { tooLarge } from '../domain/token-size.js';
import { SignInRefused } from './refusal.js';

/** Whether an access token that the issuer gives opens anything here, and fits a cookie. */
@Injectable()
export class CheckToken {
  constructor(
    private readonly tokens: TokenVerifier,
    private readonly config: DashboardConfig,
  ) {}

  /** @throws SignInRefused */
  async run(token: string): Promise<{ readonly subject: string; readonly seconds: number }> {
    const { config } = this;
    const {
      subject,
      roles,
      expiresAt = 0,
    } = await this.tokens.verify(token).catch((error: unknown) => {
      if (!(error instanceof TokenRefused)) throw error;
      throw new SignInRefused(
        { code: 'not-for-serap', signOutAt: undefined },
        `the token is refused, ${error.message}`,
      );
    });
    if (roles.length === 0) {
      throw new SignInRefused({ code: 'not-for-serap', signOutAt: undefined }, 'the token has no role of Serap');
    }
    const claims = tooLarge(token, [
      config.SERAP_TOKEN_ROLES_CLAIM,
      config.SERAP_TOKEN_REGION_CLAIM,
      config.SERAP_TOKEN_AGGREGATOR_CLAIM,
    ]);
    if (claims) {
      throw new SignInRefused(
        { code: 'too-large', claims },
        `the token has ${String(token.length)} bytes; its largest claims: ${claims.map(({ claim }) => claim).join(', ')}`,
      );
    }
    return { subject, seconds: Math.max(1, Math.floor((expiresAt - Date.now()) / 1_000)) };
  }
}
