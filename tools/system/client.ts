import { randomUUID } from 'node:crypto';
import createClient, { type Client as OpenApiClient } from 'openapi-fetch';
import type { Role } from '#platform/access/principal.js';
import { carefully } from './carefully.js';
import type { components as RoutingSchemas, paths as Routing } from '#clients/order-routing.js';
import type { paths as Operations } from '#clients/operations-dashboard.js';
import type { paths as Agreements } from '#clients/partnership-agreements.js';
import type { paths as Registry } from '#clients/producer-registry.js';
import { HttpFailure } from './http-failure.js';

type Paths = Registry & Agreements & Routing & Operations;
export type OrderView = RoutingSchemas['schemas']['OrderView'];

/** Where calls go, and who signs for their sender: a system, or one service of it. */
export interface Server {
  readonly url: string;
  token(role: Role, region: string): Promise<string>;
}

/** A keyed call that takes longer is made again: under its key that is safe. */
const ONE_CALL_MS = 60_000;

interface Extra {
  readonly key?: string | undefined;
  readonly type?: string;
  readonly body?: string | Buffer;
  /** Whether a stream of lines is all there: one that broke off is sent again. */
  readonly complete?: (answer: string) => boolean;
}

/**
 * Speaks to a system as one user, over HTTP only. An unknown outcome (no answer, 5xx) is retried under the same
 * idempotency key until it is known: what a careful client of an unreliable network does.
 */
export class Client {
  /**
   * The same with paths, parameters, bodies and answers of the types of the committed OpenAPI documents
   * (tools/clients.mjs): a call that they do not describe does not compile. Its calls go through `answerOf`.
   */
  readonly api: OpenApiClient<Paths, 'application/json'>;

  /** @param base another address than the server's own, e.g. that of a single replica */
  constructor(
    private readonly server: Server,
    private readonly role: Role,
    private readonly region: string,
    private readonly base: string = server.url,
  ) {
    this.api = createClient<Paths, 'application/json'>({
      baseUrl: base,
      fetch: (request) => carefully(request.headers.has('Idempotency-Key'), () => fetch(request.clone())),
    });
    this.api.use({
      onRequest: async ({ request }) => {
        request.headers.set('Authorization', await this.authorization());
      },
    });
  }

  get<T>(path: string): Promise<T> {
    return this.send<T>('GET', path);
  }

  /** @param body undefined: the path says it all */
  post<T>(path: string, body: object | undefined, key: string = randomUUID()): Promise<T> {
    return this.send<T>('POST', path, body === undefined ? { key } : { key, ...json(body) });
  }

  /** Starts work that goes on by itself: that it was accepted is the answer. */
  start<T>(path: string, body: object): Promise<T> {
    return this.send<T>('POST', path, json(body));
  }

  /** Sends a file as it is. */
  postFile<T>(path: string, type: string, body: string | Buffer): Promise<T> {
    return this.send<T>('POST', path, { type, body });
  }

  /** Sends one thing in many lines: its head, then its parts. */
  postParts<T>(path: string, lines: readonly object[], key: string): Promise<T> {
    return this.send<T>('POST', path, { key, ...ndjson(lines) });
  }

  /**
   * Sends one JSON object a line; answers one a line, in the same order.
   *
   * @param key of the whole; undefined: each line has one of its own
   * @param complete whether the answers are all there
   */
  async postLines<T>(
    path: string,
    lines: readonly object[],
    key?: string,
    complete: (answers: readonly T[]) => boolean = () => true,
  ): Promise<T[]> {
    let answers: T[] = [];
    const read = (answer: string): boolean => {
      answers = linesOf<T>(answer);
      return complete(answers);
    };
    await this.text('POST', path, { key, ...ndjson(lines), complete: read });
    return answers;
  }

  /** What a path answers, as text: a PDF begins with its name. */
  getText(path: string): Promise<string> {
    return this.text('GET', path);
  }

  private async send<T>(method: string, path: string, extra: Extra = {}): Promise<T> {
    return JSON.parse(await this.text(method, path, extra)) as T;
  }

  private async text(method: string, path: string, { key, type, body, complete }: Extra = {}): Promise<string> {
    const headers = {
      Authorization: await this.authorization(),
      ...(key === undefined ? {} : { 'Idempotency-Key': key }),
      ...(type === undefined ? {} : { 'Content-Type': type }),
    };
    const response = await carefully(key !== undefined, async () => {
      const signal = key === undefined ? {} : { signal: AbortSignal.timeout(ONE_CALL_MS) };
      const answer = await fetch(`${this.base}${path}`, { method, headers, ...(body ? { body } : {}), ...signal });
      if (!answer.ok || complete === undefined) return answer;
      const whole = await answer.text();
      if (!complete(whole)) throw new Error(`${method} ${path}: the answer broke off.`);
      return new Response(whole, answer);
    });
    const text = await response.text();
    if (response.ok && !(key !== undefined && response.status === 202)) return text;
    throw new HttpFailure(response.status, text, `${method} ${path}${key === undefined ? '' : ` (${key})`}`);
  }

  private async authorization(): Promise<string> {
    return `Bearer ${await this.server.token(this.role, this.region)}`;
  }
}

function json(body: object): Extra {
  return { type: 'application/json', body: JSON.stringify(body) };
}

function ndjson(lines: readonly object[]): Extra {
  return { type: 'application/x-ndjson', body: lines.map((line) => `${JSON.stringify(line)}\n`).join('') };
}

function linesOf<T>(text: string): T[] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as T);
}
