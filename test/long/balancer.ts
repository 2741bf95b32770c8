import { Agent, createServer, get, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_MS = 200;
const PATIENCE_MS = 1_000;
/** Like a probe's failureThreshold: one that says nothing is busy, until it has said nothing so often in a row. */
const SILENCES = 3;

interface Replica {
  readonly url: string;
  isReady: boolean;
  silences: number;
  /** What it answered when last asked. */
  answer: string;
}

/** The replicas behind one prefix of paths. */
interface Pool {
  readonly prefix: string;
  replicas: readonly Replica[];
  turn: number;
}

/**
 * What stands before replicas in production, reduced to what matters: it sends each call to a replica that said it was ready
 * when last asked (five times a second), over connections that it keeps, and never tries a call again. One that says that it
 * is not ready, or takes no connection, is sent nothing more at once.
 */
export class Balancer {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 });
  private readonly pools: Pool[];
  /** Calls sent to each replica. */
  readonly sent = new Map<string, number>();
  private closed = false;
  private looking: Promise<void> = Promise.resolve();

  private constructor(
    private readonly server: Server,
    prefixes: readonly string[],
  ) {
    this.pools = prefixes.map((prefix) => ({ prefix, replicas: [], turn: 0 }));
  }

  /** @param prefixes what the paths of each service begin with */
  static async open(prefixes: readonly string[]): Promise<Balancer> {
    // Its callers keep their connections as long as they like: what is tested is how replicas go.
    const server = createServer({ keepAliveTimeout: 0 });
    const balancer = new Balancer(server, prefixes);
    server.on('request', (call: IncomingMessage, answer: ServerResponse) => {
      balancer.forward(call, answer);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    balancer.looking = balancer.keepLooking();
    return balancer;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  /** From now on calls to `prefix` go to these, once they are ready. Resolves when each of them is sent calls. */
  async use(prefix: string, replicas: readonly string[]): Promise<void> {
    const pool = this.pools.find((one) => one.prefix === prefix);
    if (!pool) throw new Error(`There is no ${prefix} here.`);
    const known = new Map(pool.replicas.map((replica) => [replica.url, replica]));
    pool.replicas = replicas.map(
      (url) => known.get(url) ?? { url, isReady: false, silences: 0, answer: 'was not asked yet' },
    );
    while (!pool.replicas.every(({ isReady }) => isReady)) await sleep(20);
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.looking;
    this.agent.destroy();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async keepLooking(): Promise<void> {
    while (!this.closed) {
      await Promise.all(this.pools.flatMap(({ replicas }) => replicas).map((replica) => look(replica)));
      await sleep(LOOK_MS);
    }
  }

  private forward(call: IncomingMessage, answer: ServerResponse): void {
    const path = call.url ?? '';
    const pool = this.pools.find(({ prefix }) => path.startsWith(prefix));
    const ready = pool?.replicas.filter(({ isReady }) => isReady) ?? [];
    const replica = pool && ready[pool.turn++ % ready.length]?.url;
    const failed = (error: Error): void => {
      if (!answer.headersSent) answer.writeHead(502, { 'Content-Type': 'text/plain' });
      answer.end(`${replica ?? 'no replica'}: ${error.message}`);
    };
    if (replica === undefined) {
      failed(new Error(pool?.replicas.map(({ url, answer }) => `${url} ${answer}`).join('; ') ?? 'nobody is there'));
      return;
    }
    this.sent.set(replica, (this.sent.get(replica) ?? 0) + 1);
    const { connection: _, ...headers } = call.headers;
    const onward = request(`${replica}${path}`, { method: call.method, headers, agent: this.agent }, (back) => {
      const { connection: __, ...answered } = back.headers;
      answer.writeHead(back.statusCode ?? 502, answered);
      back.pipe(answer);
      back.once('error', () => answer.destroy());
    });
    onward.once('error', failed);
    call.pipe(onward);
  }
}

async function look(replica: Replica): Promise<void> {
  try {
    const status = await readiness(replica.url);
    replica.answer = `answered ${String(status)}`;
    replica.isReady = status === 200;
    replica.silences = 0;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    // Nobody listens there. Anything else is a silence: a machine that is busy cuts connections off, too.
    replica.silences = code === 'ECONNREFUSED' ? SILENCES : replica.silences + 1;
    replica.answer = `said nothing ${String(replica.silences)} times (${code})`;
    if (replica.silences >= SILENCES) replica.isReady = false;
  }
}

/** Asked over a connection of its own, as probes are: one that was kept may be closed by the other side at that very moment. */
function readiness(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = get(`${url}/readyz`, { agent: false, signal: AbortSignal.timeout(PATIENCE_MS) }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    probe.once('error', reject);
  });
}
