import { Injectable } from '@nestjs/common';
import * as client from 'openid-client';
import { Issuer } from '#platform/access/issuer.js';
import { DashboardConfig } from '../config.js';
import { SignInRefused } from './refusal.js';

/** Somebody waits at a page, or holds the lock of a session. */
const ANSWER_SECONDS = 3;

/** What only the browser that began may end with. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken?: string;
  readonly idToken?: string;
  /** As the ID token has it. */
  readonly name?: string;
}

/** @returns undefined: the issuer does not know this user, or this session, any more */
export type Refresh = (refreshToken: string) => Promise<Tokens | undefined>;

/** The issuer as somebody signs in at it: OpenID Connect authorization code with PKCE. */
@Injectable()
export class IdentityProvider {
  constructor(
    private readonly issuer: Issuer,
    private readonly config: DashboardConfig,
  ) {}

  /** @returns where to send the browser */
  async begin(): Promise<{ readonly address: URL; readonly attempt: Attempt }> {
    const configuration = await this.configuration();
    const attempt = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
    };
    const address = client.buildAuthorizationUrl(configuration, {
      redirect_uri: this.callback().href,
      scope: this.config.SERAP_SIGN_IN_SCOPE,
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
    });
    return { address, attempt };
  }

  /**
   * @param query what the issuer has sent the browser back with
   * @throws SignInRefused when it says no, or what it says is not for this attempt
   */
  async finish(query: string, { state, nonce, verifier }: Attempt): Promise<Tokens> {
    const callback = this.callback();
    callback.search = query;
    const configuration = await this.configuration();
    const answer = await client
      .authorizationCodeGrant(configuration, callback, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      })
      .catch((error: unknown) => {
        throw refusalOf(error);
      });
    const claims: Readonly<Record<string, unknown>> = answer.claims() ?? {};
    return { ...tokensOf(answer), ...nameOf(claims['name'] ?? claims['preferred_username']) };
  }

  /**
   * Ready to refresh: what has to be read of the issuer first has been, so that what follows is one answer of it.
   *
   * @throws SignInRefused while it does not answer
   */
  async refresher(): Promise<Refresh> {
    const configuration = await this.configuration();
    return async (refreshToken) => {
      try {
        return tokensOf(await client.refreshTokenGrant(configuration, refreshToken));
      } catch (error) {
        if (error instanceof client.ResponseBodyError && error.error === 'invalid_grant') return undefined;
        throw refusalOf(error);
      }
    };
  }

  /** Takes a refresh token back at the issuer, where it can. @throws SignInRefused */
  async revoke(refreshToken: string): Promise<void> {
    const configuration = await this.configuration();
    if (configuration.serverMetadata().revocation_endpoint === undefined) return;
    await client
      .tokenRevocation(configuration, refreshToken, { token_type_hint: 'refresh_token' })
      .catch((error: unknown) => {
        throw refusalOf(error);
      });
  }

  /** @returns where the browser ends its session at the issuer; undefined where none can be ended */
  async signOutAddress(idToken: string | undefined): Promise<string | undefined> {
    const configuration = await this.configuration();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
    return client.buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: new URL('/', this.config.SERAP_PAGES_URL).href,
      ...(idToken === undefined ? {} : { id_token_hint: idToken }),
    }).href;
  }

  private callback(): URL {
    return new URL('/auth/callback', this.config.SERAP_PAGES_URL);
  }

  /** Made anew each time, so that keys which were rotated a moment ago are known. */
  private async configuration(): Promise<client.Configuration> {
    const { SERAP_SIGN_IN_CLIENT: id, SERAP_SIGN_IN_SECRET: secret } = this.config;
    if (id === '') throw new SignInRefused({ code: 'not-set-up' }, 'SERAP_SIGN_IN_CLIENT is not set');
    const document = await this.issuer.document(AbortSignal.timeout(ANSWER_SECONDS * 1_000)).catch((error: unknown) => {
      throw refusalOf(error);
    });
    const methods = document['token_endpoint_auth_methods_supported'];
    const basic = !Array.isArray(methods) || methods.includes('client_secret_basic');
    const authentication = basic ? client.ClientSecretBasic(secret) : client.ClientSecretPost(secret);
    const configuration = new client.Configuration(document as client.ServerMetadata, id, {}, authentication);
    configuration.timeout = ANSWER_SECONDS;
    // Which addresses may be without TLS was decided when the document was read.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- its authors mark it so that it stands out, and keep it
    if (document.token_endpoint.startsWith('http:')) client.allowInsecureRequests(configuration);
    client.enableNonRepudiationChecks(configuration);
    return configuration;
  }
}

function tokensOf({ access_token, refresh_token, id_token }: client.TokenEndpointResponse): Tokens {
  return {
    accessToken: access_token,
    ...(refresh_token === undefined ? {} : { refreshToken: refresh_token }),
    ...(id_token === undefined ? {} : { idToken: id_token }),
  };
}

function nameOf(name: unknown): { name?: string } {
  return typeof name === 'string' && name !== '' ? { name } : {};
}

/** An answer of the issuer is a refusal; anything else is no answer. */
function refusalOf(error: unknown): SignInRefused {
  if (error instanceof SignInRefused) return error;
  const why = error instanceof Error ? error.message : String(error);
  const answered =
    error instanceof client.AuthorizationResponseError ||
    (error instanceof client.ResponseBodyError && error.status < 500) ||
    (error instanceof client.ClientError && !TIMEOUTS.has(error.code ?? '') && !isBroken(error.cause));
  return new SignInRefused({ code: answered ? 'refused' : 'no-answer' }, `the issuer: ${why}${detailOf(error)}`);
}

const TIMEOUTS = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT']);

function isBroken(cause: unknown): boolean {
  return cause instanceof Response && cause.status >= 500;
}

function detailOf(error: unknown): string {
  if (!(error instanceof client.AuthorizationResponseError || error instanceof client.ResponseBodyError)) return '';
  return ` (${error.error}${error.error_description === undefined ? '' : `: ${error.error_description}`})`;
}
