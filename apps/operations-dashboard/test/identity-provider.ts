import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';

/** A provider whose every answer a test can change, to see what the dashboard makes of it. */
export class FakeProvider {
  /** Claims of the next access tokens, beside the usual ones. */
  claims: JWTPayload = { roles: ['registry-officer'], region: '33.02' };
  /** Claims of the next ID tokens, beside the usual ones; the nonce is that of the sign-in. */
  idClaims: JWTPayload = { name: 'Ibu Sri' };
  /** Seconds that the next access tokens live. */
  seconds = 300;
  /** What it says instead of giving tokens or taking them back. */
  refusal: { readonly status: number; readonly error: string } | undefined;
  /** Refresh tokens that were used, in order. */
  readonly used: string[] = [];
  /** Tokens that were revoked. */
  readonly revoked: string[] = [];
  /** Requests to the token endpoint that are held back until the test lets go. */
  held: Promise<void> = Promise.resolve();
  /** What is asked of it beside tokens, before it answers. */
  asked: (path: string) => Promise<void> = () => Promise.resolve();
  private readonly valid = new Set<string>();
  private serial = 0;
  private readonly server = createServer((request, response) => void this.answer(request, response));

  private constructor(private key: Key) {}

  static async open(): Promise<FakeProvider> {
    const provider = new FakeProvider(await newKey('one'));
    await new Promise<void>((resolve) => provider.server.listen(0, '127.0.0.1', resolve));
    return provider;
  }

  async rotate(kid: string): Promise<void> {
    this.key = await newKey(kid);
  }

  get issuer(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = new URLSearchParams(await text(request));
    const send = (status: number, content: object): void => {
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(content));
    };
    if (request.url !== '/token') await this.asked(request.url ?? '');
    if (request.url === '/jwks') send(200, { keys: [this.key.published] });
    else if (request.url === '/revoke' && this.refusal) send(this.refusal.status, { error: this.refusal.error });
    else if (request.url === '/revoke') send(200, { revoked: this.revoked.push(body.get('token') ?? '') });
    else if (request.url === '/token') await this.giveTokens(body, send);
    else send(200, this.document());
  }

  private document(): object {
    const at = (path: string): string => `${this.issuer}${path}`;
    return {
      issuer: this.issuer,
      jwks_uri: at('/jwks'),
      token_endpoint: at('/token'),
      authorization_endpoint: at('/authorize'),
      end_session_endpoint: at('/logout'),
      revocation_endpoint: at('/revoke'),
      id_token_signing_alg_values_supported: ['RS256'],
    };
  }

  private async giveTokens(body: URLSearchParams, send: (status: number, content: object) => void): Promise<void> {
    await this.held;
    const refresh = body.get('refresh_token');
    if (refresh !== null) this.used.push(refresh);
    if (this.refusal) {
      send(this.refusal.status, { error: this.refusal.error });
    } else if (refresh !== null && !this.valid.delete(refresh)) {
      // As providers do that notice a refresh token used twice: the whole session is over.
      this.valid.clear();
      send(400, { error: 'invalid_grant' });
    } else {
      this.serial += 1;
      const next = `refresh-${String(this.serial)}`;
      this.valid.add(next);
      // The code of a test is the nonce that the sign-in was begun with.
      const nonce = body.get('code');
      send(200, {
        token_type: 'Bearer',
        expires_in: this.seconds,
        refresh_token: next,
        access_token: await this.sign({ aud: ['account', 'serap'], jti: next, ...this.claims }),
        ...(nonce === null ? {} : { id_token: await this.sign({ aud: 'pages', nonce, ...this.idClaims }) }),
      });
    }
  }

  private sign(claims: JWTPayload): Promise<string> {
    const now = Math.floor(Date.now() / 1_000);
    return new SignJWT({ iss: this.issuer, sub: 'sri', iat: now, exp: now + this.seconds, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: this.key.kid })
      .sign(this.key.privateKey);
  }
}

interface Key {
  readonly kid: string;
  readonly privateKey: Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];
  readonly published: object;
}

async function newKey(kid: string): Promise<Key> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  return { kid, privateKey, published: { ...(await exportJWK(publicKey)), alg: 'RS256', kid, use: 'sig' } };
}
