import { Injectable, Logger } from '@nestjs/common';
import { SignInSessions, type Held, type Kept } from '../persistence/sign-in-sessions.js';
import { CheckToken } from './check-token.js';
import { IdentityProvider } from './identity-provider.js';
import { SignInRefused } from './refusal.js';

/** Seconds in which a second tab that asks takes what the first one got. */
const JUST_NOW = 5;

export interface Refreshed {
  readonly kept: Kept;
  /** Seconds that its token lives. */
  readonly seconds: number;
}

/** Nothing is known about the new token: the session stays. */
interface Failed {
  readonly failure: unknown;
}

/** Gets new tokens for a session, one call at a time: the issuer takes each refresh token once. */
@Injectable()
export class RefreshSession {
  private readonly logger = new Logger(RefreshSession.name);

  constructor(
    private readonly provider: IdentityProvider,
    private readonly check: CheckToken,
    private readonly sessions: SignInSessions,
  ) {}

  /**
   * @param token what the page has now
   * @returns undefined: the session is over, here or at the issuer
   * @throws SignInRefused while the issuer does not answer
   */
  async run(id: string, token: string | undefined): Promise<Refreshed | undefined> {
    const outcome = await this.sessions.hold(id, async (session) => {
      if (!session) return undefined;
      return (await this.gotMeanwhile(session, token)) ?? (await this.renew(session));
    });
    if (outcome && 'failure' in outcome) throw outcome.failure;
    return outcome;
  }

  /** What another tab or replica got while this one waited, or the moment before. */
  private async gotMeanwhile({ kept, age }: Held, token: string | undefined): Promise<Refreshed | undefined> {
    if (token === kept.accessToken && age > JUST_NOW) return undefined;
    const known = await this.check.run(kept.accessToken).catch(() => undefined);
    return known && { kept, seconds: known.seconds };
  }

  /** Once the issuer has answered, the old refresh token is spent: whatever comes then, the new one is kept. */
  private async renew(session: Held): Promise<Refreshed | Failed | undefined> {
    const { kept } = session;
    const tokens = kept.refreshToken === undefined ? undefined : await this.provider.refresh(kept.refreshToken);
    if (!tokens) {
      await session.remove();
      return undefined;
    }
    const renewed = { ...kept, ...tokens };
    await session.replace(renewed);
    try {
      const { seconds } = await this.check.run(renewed.accessToken);
      return { kept: renewed, seconds };
    } catch (error) {
      if (!(error instanceof SignInRefused)) return { failure: error };
      this.logger.warn(`A session ends: ${error.message}`);
      await session.remove();
      return undefined;
    }
  }
}
