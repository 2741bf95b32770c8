import { webhooksLocal } from '../environment.js';
import {
  AUDIENCE,
  clientSecret,
  ISSUER_PATH,
  issuerSecret,
  PAGES_CLIENT,
  type IssuerSettings,
} from '../issuer/settings.js';
import { machineId, type Machine } from '../issuer/machine-clients.js';
import { machineToken } from '../issuer/machine-token.js';
import type { Env, Identity } from './identity.js';
import { ServiceProcess } from './service-process.js';

/** A token is replaced when it lives no longer than this. */
const LEFT_MS = 5 * 60_000;

interface Held {
  readonly token: string;
  /** On the clock of `performance.now()`. */
  readonly until: number;
}

/** The embedded run's issuer (tools/issuer) as a process of its own, and the machines that get their tokens from it. */
export class EmbeddedIssuer implements Identity {
  readonly process: ServiceProcess;
  /** As tokens and browsers name it. */
  readonly issuer: string;
  readonly env: Env;
  readonly signIn: Env;
  /** As services reach it. */
  private readonly internalUrl: string;
  private readonly secret: string;
  private readonly held = new Map<string, Promise<Held>>();

  constructor(settings: IssuerSettings & { readonly logs: string }) {
    const { home, port, pages, registryUrl, logs } = settings;
    this.secret = issuerSecret(home);
    this.issuer = `${pages}${ISSUER_PATH}`;
    this.process = new ServiceProcess({
      name: 'issuer',
      port,
      logs,
      env: { SERAP_ISSUER_SETTINGS: JSON.stringify({ home, port, pages, registryUrl } satisfies IssuerSettings) },
    });
    this.internalUrl = `${this.process.url}${ISSUER_PATH}`;
    this.env = {
      SERAP_EMBEDDED: 'yes',
      SERAP_TOKEN_ISSUER: this.issuer,
      SERAP_ISSUER_INTERNAL_URL: this.internalUrl,
      SERAP_TOKEN_AUDIENCE: AUDIENCE,
      SERAP_SIMULATED_CLOCK: 'yes',
      SERAP_WEBHOOKS_LOCAL: webhooksLocal(),
    };
    this.signIn = {
      SERAP_SIGN_IN_CLIENT: PAGES_CLIENT,
      SERAP_SIGN_IN_SECRET: clientSecret(this.secret, PAGES_CLIENT),
    };
  }

  /** A machine's token, by client credentials; the one that is held as long as it lives. */
  async token(machine: Machine): Promise<string> {
    const id = machineId(machine);
    const known = await this.held.get(id)?.catch(() => undefined);
    if (known && known.until > performance.now() + LEFT_MS) return known.token;
    const asked = this.ask(machine);
    this.held.set(id, asked);
    return (await asked).token;
  }

  private async ask(machine: Machine): Promise<Held> {
    const { token, seconds } = await machineToken(this.internalUrl, this.secret, machine);
    return { token, until: performance.now() + seconds * 1_000 };
  }
}
