import { Agent, createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_MS = 200;

/** The replicas behind one prefix of paths. */
interface Pool {
  readonly prefix: string;
  replicas: readonly string[];
  ready: readonly string[];
  turn: number;
}

/**
 * What stands before replicas in production, reduced to what matters: it sends each call to a replica that said it was ready
 * when last asked (five times a second), over connections that it keeps, and never tries a call again.
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
    this.pools = prefixes.map((prefix) => ({ prefix, replicas: [], ready: [], turn: 0 }));
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
    pool.replicas = replicas;
    while (!replicas.every((url) => pool.ready.includes(url))) await sleep(20);
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
      await Promise.all(this.pools.map((pool) => look(pool)));
      await sleep(LOOK_MS);
    }
  }

  private forward(call: IncomingMessage, answer: ServerResponse): void {
    const path = call.url ?? '';
    const pool = this.pools.find(({ prefix }) => path.startsWith(prefix));
    const replica = pool?.ready[pool.turn++ % pool.ready.length];
    const failed = (error: Error): void => {
      if (!answer.headersSent) answer.writeHead(502, { 'Content-Type': 'text/plain' });
      answer.end(`${replica ?? 'no replica'}: ${error.message}`);
    };
    if (replica === undefined) {
      failed(new Error('none is ready'));
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

async function look(pool: Pool): Promise<void> {
  const asked = await Promise.all(pool.replicas.map(async (url) => ((await isReady(url)) ? [url] : [])));
  pool.ready = asked.flat();
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(1_000) }).catch(() => undefined);
  await answer?.arrayBuffer().catch(() => undefined);
  return answer?.ok ?? false;
}
