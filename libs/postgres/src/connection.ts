import { Socket } from 'node:net';
import pg from 'pg';
import type { DatabaseAddress } from './address.js';
import { Hosts } from './hosts.js';
import { requirePostgres } from './require-postgres.js';

/** A longer transaction would hold back the relays of every database on the server (docs/architecture.md). */
const TRANSACTION_LIMIT_MS = 5_000;
/** A server that says nothing for so long while something is asked of it is gone. Longer than any transaction may last. */
const SILENCE_MS = 20_000;
/** Also how long a call waits for a connection of a pool that is busy. */
const CONNECT_MS = 5_000;
const KEEPALIVE_IDLE_MS = 10_000;

/** What a connection is for, as far as its limits go. */
export interface SessionOptions {
  readonly address: DatabaseAddress;
  /** Longest transaction. 0: none is too long, and a server that says nothing is believed to be at work. */
  readonly transactionLimitMs?: number | undefined;
  /** Silence after which the other side is taken for gone; 20 s unless a test says otherwise. */
  readonly silenceMs?: number | undefined;
  /** The session holds a lock or listens: whoever has it beats (`beat`), and the server ends it when that stops. */
  readonly beats?: boolean;
}

/** Options of the driver with which its pool makes connections of this kind. */
interface ConnectionOptions extends pg.ClientConfig {
  readonly Client: typeof ServiceClient;
  readonly session: SessionOptions;
  readonly servers: Hosts;
}

/**
 * How every connection of a service to PostgreSQL is made, so that a peer that vanishes is noticed within 30 s on both
 * sides. Source: docs/decisions/0023-a-peer-that-vanishes-is-noticed.md
 */
export function connectionOptions(session: SessionOptions): ConnectionOptions {
  const { address, transactionLimitMs = TRANSACTION_LIMIT_MS, silenceMs = SILENCE_MS } = session;
  const servers = new Hosts(address);
  return {
    user: address.user,
    database: address.database,
    ssl: address.ssl,
    host: address.hosts[0]?.host,
    port: address.hosts[0]?.port,
    password: address.password,
    options: address.options,
    application_name: address.applicationName,
    connectionTimeoutMillis: CONNECT_MS + servers.patienceMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEPALIVE_IDLE_MS,
    stream: () => (transactionLimitMs === 0 ? new Socket() : guarded(silenceMs)),
    Client: ServiceClient,
    session,
    servers,
  };
}

/** A connection on its own; `connect()` opens it. */
export function createClient(session: SessionOptions): ServiceClient {
  return new ServiceClient(connectionOptions(session));
}

/** Connections of their own kind, at most so many. One that is cut while idle is replaced at the next use. */
export function createPool(session: SessionOptions, max: number): pg.Pool {
  const options: unknown = { ...connectionOptions(session), max };
  return new pg.Pool(options as pg.PoolConfig).on('error', () => undefined);
}

/** Ends itself when, once open, nothing was sent or received for so long: a frozen server still acknowledges what TCP asks it. */
function guarded(silenceMs: number): Socket {
  const socket = new Socket();
  return socket.once('connect', () => {
    socket.setTimeout(silenceMs, () => {
      socket.destroy(new Error(`Connection terminated: the server was silent for ${String(silenceMs)} ms`));
    });
  });
}

type Connected = ((error: Error) => void) | ((error: null, client: pg.Client) => void);

/** A connection whose limits are set once it is open: an operator's `options=` cannot take them away. */
export class ServiceClient extends pg.Client {
  private readonly session: SessionOptions;
  private readonly servers: Hosts;

  constructor(options: ConnectionOptions) {
    super(options);
    this.session = options.session;
    this.servers = options.servers;
  }

  override connect(): Promise<pg.Client>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<pg.Client> | undefined {
    const opened = this.open();
    if (!callback) return opened;
    const tell = callback as (error: unknown, client?: pg.Client) => void;
    opened.then(
      () => {
        tell(null, this);
      },
      (error: unknown) => {
        tell(error);
      },
    );
    return undefined;
  }

  private async open(): Promise<this> {
    // Nobody else listens yet, and an error without a listener would end the process.
    const ignore = (): void => undefined;
    this.on('error', ignore);
    try {
      Object.assign(this, await this.servers.writable());
      await super.connect();
      await this.limit();
      await this.servers.confirm(this);
      return this;
    } catch (error) {
      this.servers.forget();
      void this.end();
      throw error;
    } finally {
      setImmediate(() => this.off('error', ignore));
    }
  }

  /** @throws WrongServer where the server is too old to know one of the limits */
  private async limit(): Promise<void> {
    try {
      await this.query(limits(this.session));
    } catch (error) {
      await requirePostgres(async <Row>(sql: string) => (await this.query(sql)).rows as Row[]);
      throw error;
    }
  }
}

/** The server's side of it; on a Unix socket, where nobody vanishes alone, the settings of TCP change nothing. */
function limits({ transactionLimitMs = TRANSACTION_LIMIT_MS, silenceMs = SILENCE_MS, beats }: SessionOptions): string {
  const settings = {
    transaction_timeout: transactionLimitMs,
    tcp_keepalives_idle: 10,
    tcp_keepalives_interval: 5,
    tcp_keepalives_count: 3,
    tcp_user_timeout: 20_000,
    ...(beats ? { idle_session_timeout: silenceMs } : {}),
  };
  const each = Object.entries(settings).map(([name, value]) => `SET ${name} = ${String(value)}`);
  return [...each, `SET timezone = 'UTC'`].join('; ');
}

/**
 * Lets a session be heard while nothing else is asked of it: a frozen server is then noticed here, a frozen client there.
 *
 * @returns a function that ends it
 */
export function beat(client: pg.Client, { silenceMs = SILENCE_MS }: SessionOptions): () => void {
  let waiting = false;
  const timer = setInterval(() => {
    if (waiting) return;
    waiting = true;
    client
      .query('SELECT 1')
      .catch(() => undefined)
      .finally(() => {
        waiting = false;
      });
  }, silenceMs / 4);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}
