import type { LoggerService } from '@nestjs/common';
import type { ServiceConfig } from '../context/config.js';
import { isSecure } from '../context/loopback.js';
import { readIssuerDocument, type IssuerAddresses, type IssuerDocument } from './issuer-document.js';
import { TokenVerifier } from './token-verifier.js';

/** How long a document is believed: endpoints move when an issuer is set up anew, seldom enough. */
const KNOWN_MS = 10 * 60_000;

/** The issuer of access tokens, as the settings of a service name it. It need not be up when the service starts. */
export class Issuer {
  private readonly addresses: IssuerAddresses;
  private known: { readonly document: IssuerDocument; readonly until: number } | undefined;

  constructor(
    private readonly config: ServiceConfig,
    logger: LoggerService,
  ) {
    this.addresses = {
      issuer: config.SERAP_TOKEN_ISSUER,
      internal: config.SERAP_ISSUER_INTERNAL_URL || config.SERAP_TOKEN_ISSUER,
      plainHttp: config.SERAP_ISSUER_PLAIN_HTTP === 'yes',
    };
    const open = [this.addresses.internal, config.SERAP_TOKEN_KEYS_URL].filter((one) => one !== '' && !isSecure(one));
    for (const address of open) {
      logger.warn(
        `The issuer is reached without TLS at ${address} (SERAP_ISSUER_PLAIN_HTTP=yes): keep that network private.`,
        'Issuer',
      );
    }
  }

  /** @throws Error when it does not answer */
  async document(signal: AbortSignal): Promise<IssuerDocument> {
    if (this.known && this.known.until > performance.now()) return this.known.document;
    const document = await readIssuerDocument(this.addresses, signal);
    this.known = { document, until: performance.now() + KNOWN_MS };
    return document;
  }

  verifier(): TokenVerifier {
    const { config } = this;
    const { SERAP_TOKEN_KEYS_URL: keys } = config;
    return new TokenVerifier({
      issuer: config.SERAP_TOKEN_ISSUER,
      audience: config.SERAP_TOKEN_AUDIENCE,
      keys: keys === '' ? async (signal) => new URL((await this.document(signal)).jwks_uri) : new URL(keys),
      claims: {
        roles: config.SERAP_TOKEN_ROLES_CLAIM,
        region: config.SERAP_TOKEN_REGION_CLAIM,
        aggregator: config.SERAP_TOKEN_AGGREGATOR_CLAIM,
      },
    });
  }
}
