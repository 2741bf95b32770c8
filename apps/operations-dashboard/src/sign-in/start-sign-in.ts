import { Injectable } from '@nestjs/common';
import { Vault } from '#platform/database/vault.js';
import { localPath } from '../domain/local-path.js';
import { IdentityProvider, type Attempt } from './identity-provider.js';

/** What the browser carries, sealed, while somebody signs in at the issuer. */
export interface CarriedAttempt extends Attempt {
  /** Path to go back to. */
  readonly back: string;
}

@Injectable()
export class StartSignIn {
  constructor(
    private readonly provider: IdentityProvider,
    private readonly vault: Vault,
  ) {}

  /** @throws SignInRefused where nobody can sign in, or the issuer does not answer */
  async run(back: unknown): Promise<{ readonly address: string; readonly state: string; readonly sealed: string }> {
    const { address, attempt } = await this.provider.begin();
    const carried: CarriedAttempt = { ...attempt, back: localPath(back) };
    const sealed = this.vault.seal(JSON.stringify(carried)).toString('base64url');
    return { address: address.href, state: attempt.state, sealed };
  }
}
