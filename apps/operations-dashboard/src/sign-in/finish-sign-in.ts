import { Injectable } from '@nestjs/common';
import { Vault } from '#platform/database/vault.js';
import { SignInSessions } from '../persistence/sign-in-sessions.js';
import { CheckToken } from './check-token.js';
import { IdentityProvider, type Tokens } from './identity-provider.js';
import { SignInRefused } from './refusal.js';
import type { CarriedAttempt } from './start-sign-in.js';

export interface SignedIn {
  readonly token: string;
  readonly session: string;
  /** Seconds that the token lives. */
  readonly seconds: number;
  readonly back: string;
}

/** Ends what StartSignIn began, when the issuer has sent the browser back. */
@Injectable()
export class FinishSignIn {
  constructor(
    private readonly provider: IdentityProvider,
    private readonly check: CheckToken,
    private readonly sessions: SignInSessions,
    private readonly vault: Vault,
  ) {}

  /**
   * @param query as the issuer has written it
   * @param sealed what this browser carries for its `state`
   * @throws SignInRefused
   */
  async run(query: string, sealed: string | undefined): Promise<SignedIn> {
    const { back, ...attempt } = this.unseal(sealed);
    const { name, ...tokens } = await this.provider.finish(query, attempt);
    const { subject, seconds } = await this.check
      .run(tokens.accessToken)
      .catch((error: unknown) => this.offer(error, tokens));
    const session = await this.sessions.open({ ...tokens, name: name ?? subject });
    return { token: tokens.accessToken, session, seconds, back };
  }

  private unseal(sealed: string | undefined): CarriedAttempt {
    const unknown = new SignInRefused({ code: 'expired' }, 'the state is of no attempt that this browser has begun');
    if (sealed === undefined) throw unknown;
    try {
      return JSON.parse(this.vault.open(Buffer.from(sealed, 'base64url')).toString()) as CarriedAttempt;
    } catch {
      throw unknown;
    }
  }

  /** Who came with an account that Serap does not know has to leave the issuer before another one can be chosen. */
  private async offer(error: unknown, { idToken }: Tokens): Promise<never> {
    if (!(error instanceof SignInRefused) || error.why.code !== 'not-for-serap') throw error;
    const signOutAt = await this.provider.signOutAddress(idToken).catch(() => undefined);
    throw new SignInRefused({ code: 'not-for-serap', signOutAt }, error.message);
  }
}
