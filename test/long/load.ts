import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { addDays } from '#kernel/local-date.js';
import type { Role } from '#platform/access/principal.js';
import { sampleOrders } from '../../tools/sample/index.js';
import type { OrderView } from '../../tools/system/client.js';
import type { Fleet } from './fleet.js';
import { SAMPLE } from './open-for-business.js';

/** What has been done before anything changes: every kind of work, end to end. */
const EVERYTHING = ['order', 'cancellation', 'run', 'receipt', 'statement', 'producer', 'page read', 'agreements read'];

interface Reply {
  readonly status: number;
  readonly body: any;
}

interface Lot {
  readonly sellerId: string;
  readonly productId: string;
}

const ORIGIN = '33.02';
/** Of a receipt, before nobody reads it. */
const MOST_TURNS = 20;

/**
 * People and partners' systems at work on connections that they keep. No call is made again: one that is answered with 5xx,
 * cut off or lost is a failure.
 */
export class Load {
  readonly failures: string[] = [];
  /** Calls by what they were for, as far as they were answered with success. */
  readonly done = new Map<string, number>();
  /** Orders that were acknowledged. */
  readonly orders = new Set<string>();
  private statements = 0;
  private readonly agent = new Agent({ keepAlive: true });
  private readonly stopping = new AbortController();
  private readonly workers: Promise<void>[];

  private constructor(private readonly fleet: Fleet) {
    const partners = sampleOrders('in-force', 'sugar').map((order) => this.again(() => this.order(order), 40));
    this.workers = [
      ...partners,
      this.again(() => this.bind(), 1_000),
      this.again(() => this.deliver(), 300),
      this.again(() => this.state(), 1_000),
      this.again(() => this.register(), 150),
      this.again(() => this.look(), 150),
    ];
  }

  /** All of them work when `change` begins, and until it is over. */
  static async during(fleet: Fleet, change: () => Promise<void>): Promise<Load> {
    const load = new Load(fleet);
    try {
      await load.underWay();
      await change();
    } finally {
      await load.stop();
    }
    return load;
  }

  /** @throws Error naming what nobody gets to */
  private async underWay(limitMs = 60_000): Promise<void> {
    const deadline = Date.now() + limitMs;
    for (;;) {
      const missing = EVERYTHING.filter((what) => !this.done.has(what));
      if (missing.length === 0) return;
      if (Date.now() > deadline) {
        throw new Error(`Nobody gets to: ${missing.join(', ')}. ${this.failures.slice(0, 5).join('; ')}`);
      }
      await sleep(50);
    }
  }

  /** Ends after the calls under way. */
  private async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.workers);
    this.agent.destroy();
  }

  private async again(work: () => Promise<void>, pauseMs: number): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const from = performance.now();
      await work();
      // On a slow machine the same people work slower: no more of them wait than on a fast one.
      await sleep(Math.max(pauseMs, performance.now() - from));
    }
  }

  private async order({ partner, buyer, lines }: ReturnType<typeof sampleOrders>[number]): Promise<void> {
    const body = { buyer, lines: lines.map((line) => ({ ...line, quantity: 5 })) };
    const placed = await this.call('order', 'partner-intake', partner, 'POST', '/api/orders', body);
    if (placed.status !== 201 && placed.status !== 202) return;
    const id = (placed.body as { id: string }).id;
    this.orders.add(id);
    // Taken, and not decided yet: whoever owns the market changes. There is nothing to cancel before it is.
    if (placed.status === 202) return;
    await this.call('order read', 'partner-intake', partner, 'GET', `/api/orders/${id}`);
    if (this.orders.size % 4 !== 0) return;
    await this.call('cancellation', 'partner-intake', partner, 'POST', `/api/orders/${id}/cancellation`, {});
  }

  private async bind(): Promise<void> {
    await this.call('run', 'operations', ORIGIN, 'POST', '/api/orders/runs', { origin: ORIGIN });
  }

  /** The newest order with something to send leaves, arrives and is received. */
  private async deliver(): Promise<void> {
    const { body } = await this.call('orders read', 'operations', ORIGIN, 'GET', '/api/orders?limit=50');
    const isBound = ({ lines }: OrderView): boolean =>
      lines.some(({ allocations }) => allocations.some(({ status }) => status === 'confirmed'));
    const order = (body as { items?: OrderView[] }).items?.find(isBound);
    if (!order) return;
    const legs = [{ from: ORIGIN, to: order.partner, mode: 'road', eta: addDays(SAMPLE.day, 1) }];
    const path = `/api/orders/${order.id}/shipments`;
    const sent = await this.call('shipment', 'registry-officer', ORIGIN, 'POST', path, { legs });
    if (sent.status >= 300) return;
    const { items } = (await this.call('shipments read', 'operations', ORIGIN, 'GET', path)).body as {
      items: { id: string; allocationIds: string[]; receivedAt: string | null }[];
    };
    const sold = new Map(
      order.lines.flatMap(({ allocations }) => allocations.map(({ id, quantity }) => [id, quantity])),
    );
    for (const { id, allocationIds } of items.filter(({ receivedAt }) => receivedAt === null)) {
      const shipment = `/api/orders/shipments/${id}`;
      await this.call('arrival', 'registry-officer', ORIGIN, 'POST', `${shipment}/legs/1/arrival`, {});
      const received = allocationIds.map((allocation) => ({
        allocation,
        accepted: sold.get(allocation) ?? 0,
        damaged: 0,
      }));
      await this.receive(order.partner, `${shipment}/receipt`, received);
    }
  }

  /**
   * While two releases serve, a partner's system does not know which of them will read its receipt: this one wants a unit
   * that the one before does not know. Each refuses the other's form unread, so it is sent in turn until it is taken.
   */
  private async receive(partner: string, path: string, items: readonly object[]): Promise<void> {
    const withUnits = items.map((item) => ({ ...item, unit: 'g' }));
    for (let turn = 0; turn < MOST_TURNS; turn += 1) {
      // Twice each: a balancer that gives calls out in turn would meet each form with the wrong release for ever.
      const body = { items: Math.floor(turn / 2) % 2 === 0 ? withUnits : items };
      if ((await this.call('receipt', 'partner-intake', partner, 'POST', path, body)).status !== 422) return;
    }
    this.failures.push(`receipt: refused in both forms, ${String(MOST_TURNS)} times`);
  }

  /** A cooperative states a little more stock. */
  private async state(): Promise<void> {
    const registry = (what: string, method: 'GET' | 'POST', path: string, body?: object): Promise<Reply> =>
      this.call(what, 'registry-officer', ORIGIN, method, path, body);
    const { items: lots = [] } = (await registry('lots read', 'GET', '/api/registry/lots?limit=5')).body as {
      items?: (Lot & { id: string })[];
    };
    const lot = lots.at(-1);
    if (!lot) return;
    const { items = [] } = (
      await registry('contributions read', 'GET', `/api/registry/lots/${lot.id}/contributions?limit=2`)
    ).body as { items?: { producerId: string }[] };
    const contributions = items.map(({ producerId }) => ({
      producerId,
      produced: 1_000,
      committedToExport: 0,
      committedAtHome: 0,
      held: 0,
    }));
    const { sellerId, productId } = lot;
    // A producer states a product once a day: what was left of earlier days is told after the fact.
    const date = addDays(SAMPLE.day, -(this.statements += 1));
    const statement = { sellerId, productId, date, floorPrice: 16_500, contributions };
    await registry('statement', 'POST', '/api/registry/stock-statements', statement);
  }

  private async register(): Promise<void> {
    const reference = `BEBAN-${randomUUID()}`;
    const producer = {
      kind: 'producer',
      reference,
      name: 'Rumah tangga contoh',
      village: SAMPLE.villages[0],
      umkmClass: 'micro',
      ...SAMPLE.umkm,
      workers: { total: 2, women: 1, youth: 0 },
      healthInsured: false,
    };
    await this.call('producer', 'registry-officer', ORIGIN, 'POST', '/api/registry/producers', producer);
    await this.call('producers read', 'registry-officer', ORIGIN, 'GET', '/api/registry/producers?limit=5');
  }

  private async look(): Promise<void> {
    await this.call('agreements read', 'agreement-officer', ORIGIN, 'GET', '/api/agreements?limit=5');
    for (const page of ['summary', 'orders?limit=5', 'tasks', 'health']) {
      await this.call('page read', 'operations', ORIGIN, 'GET', `/api/operations/${page}`);
    }
  }

  private async call(
    what: string,
    role: Role,
    region: string,
    method: 'GET' | 'POST',
    path: string,
    body?: object,
  ): Promise<Reply> {
    const token = await this.fleet.token(role, region);
    const headers = {
      Authorization: `Bearer ${token}`,
      ...(body ? { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() } : {}),
    };
    try {
      const reply = await this.patiently(() => this.send(method, path, headers, body));
      if (reply.status >= 500) {
        this.failures.push(`${method} ${path}: ${String(reply.status)} ${JSON.stringify(reply.body)}`);
      } else if (reply.status < 300) {
        this.done.set(what, (this.done.get(what) ?? 0) + 1);
      } else {
        this.refused(what, reply);
      }
      return reply;
    } catch (error) {
      this.failures.push(`${method} ${path}: ${String(error)}`);
      return { status: 599, body: {} };
    }
  }

  /**
   * The release before waits 3 s for a connection of its own pool and says 503 then, which a machine that is busy
   * elsewhere brings about: its callers wait and try again under their key, as they are told. This release is not excused.
   */
  private async patiently(call: () => Promise<Reply>): Promise<Reply> {
    for (let turn = 1; ; turn += 1) {
      const reply = await call();
      const { type } = (reply.body ?? {}) as { readonly type?: string };
      if (reply.status !== 503 || type !== 'urn:serap:problem:unavailable' || turn === MOST_TURNS) return reply;
      await sleep(2_000);
    }
  }

  /** Refusals are answers like any other where two meet: what is bound cannot be cancelled, what is cancelled is not sent. */
  private refused(what: string, { status, body }: Reply): void {
    if (status === 409 || (what === 'shipment' && status === 404) || (what === 'receipt' && status === 422)) return;
    this.failures.push(`${what}: ${String(status)} ${JSON.stringify(body)}`);
  }

  private send(method: string, path: string, headers: Record<string, string>, body?: object): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const call = request(`${this.fleet.url}${path}`, { method, headers, agent: this.agent }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.once('error', reject);
        answer.once('end', () => {
          resolve({ status: answer.statusCode ?? 0, body: parsed(Buffer.concat(chunks).toString()) });
        });
      });
      call.once('error', reject);
      call.end(body && JSON.stringify(body));
    });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return { text };
  }
}
