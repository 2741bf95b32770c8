import { Injectable, Logger } from '@nestjs/common';
import { SignInSessions, type Held, type Kept } from '../persistence/sign-in-sessions.js';
import { CheckToken } from './check-token.js';
import { IdentityProvider, type Refresh } from './identity-provider.js';
import { SignInRefused } from './refusal.js';

/** Seconds in which a second tab that asks takes what the first one got. */
const JUST_NOW = 5;

export interface Refreshed {
  readonly kept: Kept;
  /** Seconds that its token lives. */
  readonly seconds: number;
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
    const refresh = await this.provider.refresher();
    const outcome = await this.sessions.hold(id, async (session) => {
      if (!session) return undefined;
      return (await this.gotMeanwhile(session, token)) ?? (await renew(session, refresh));
    });
    return outcome && ('kept' in outcome ? outcome : this.looked(id, outcome.renewed));
  }

  /** What another tab or replica got while this one waited, or the moment before. */
  private async gotMeanwhile({ kept, age }: Held, token: string | undefined): Promise<Refreshed | undefined> {
    if (token === kept.accessToken && age > JUST_NOW) return undefined;
    const known = await this.check.run(kept.accessToken).catch(() => undefined);
    return known && { kept, seconds: known.seconds };
  }

  /** The new tokens are kept by now, for the old ones are spent: where nothing can be learnt of them the session stays. */
  private async looked(id: string, kept: Kept): Promise<Refreshed | undefined> {
    try {
      const { seconds } = await this.check.run(kept.accessToken);
      return { kept, seconds };
    } catch (error) {
      if (!(error instanceof SignInRefused)) throw error;
      this.logger.warn(`A session ends: ${error.message}`);
      await this.sessions.close(id);
      return undefined;
    }
  }
}

/** The session is held for one answer of the issuer and no longer: a transaction's limit would lose what it has given. */
async function renew(session: Held, refresh: Refresh): Promise<{ readonly renewed: Kept } | undefined> {
  const { kept } = session;
  const tokens = kept.refreshToken === undefined ? undefined : await refresh(kept.refreshToken);
  if (!tokens) {
    await session.remove();
    return undefined;
  }
  const renewed = { ...kept, ...tokens };
  await session.replace(renewed);
  return { renewed };
}
