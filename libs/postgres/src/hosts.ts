import pg from 'pg';
import type { DatabaseAddress, DatabaseHost } from './address.js';

const PROBE_MS = 2_000;
const READ_ONLY = 'SHOW transaction_read_only';

interface ReadOnly {
  readonly transaction_read_only: 'on' | 'off';
}

/** Which of several hosts takes writes. With one there is no choice, and nothing is asked. */
export class Hosts {
  private chosen: DatabaseHost | undefined;

  constructor(private readonly address: DatabaseAddress) {}

  /** How long looking for the right one may take, in milliseconds. */
  get patienceMs(): number {
    return this.several ? this.address.hosts.length * PROBE_MS : 0;
  }

  private get several(): boolean {
    return this.address.hosts.length > 1;
  }

  /** @throws the last host's error when none takes writes now */
  async writable(): Promise<DatabaseHost | undefined> {
    if (!this.several) return this.address.hosts[0];
    let failure: unknown;
    for (const host of this.chosen ? [this.chosen] : this.address.hosts) {
      try {
        if (!this.chosen) await this.probe(host);
        this.chosen = host;
        return host;
      } catch (error) {
        failure = error;
      }
    }
    throw failure;
  }

  /** @throws when the host that took writes does so no longer */
  async confirm(client: pg.Client): Promise<void> {
    if (!this.several) return;
    const { rows } = await client.query<ReadOnly>(READ_ONLY);
    if (rows[0]?.transaction_read_only !== 'off') throw new Error('Connection terminated: the host takes no writes');
  }

  /** The next connection looks for it anew. */
  forget(): void {
    this.chosen = undefined;
  }

  private async probe({ host, port }: DatabaseHost): Promise<void> {
    const { user, password, database, ssl } = this.address;
    const client = new pg.Client({ host, port, user, password, database, ssl, connectionTimeoutMillis: PROBE_MS });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await this.confirm(client);
    } finally {
      void client.end();
    }
  }
}
