import type { Machine } from '../issuer/machine-clients.js';

export type Env = Readonly<Record<string, string>>;

/** Where people and machines of a run get their tokens. */
export interface Identity {
  /** Settings of every service. */
  readonly env: Env;
  /** Settings of the service with the pages, beside those. */
  readonly signIn: Env;
  /** A machine's token, by client credentials. */
  token(machine: Machine): Promise<string>;
}
