import { randomUUID } from 'node:crypto';
import type { Role } from '#platform/access/principal.js';
import { carefully } from './carefully.js';
import type { System } from './system.js';

/** An answer that is not a success, with its problem document. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';

  constructor(
    readonly status: number,
    readonly body: string,
    what: string,
  ) {
    super(`${what}: ${String(status)} ${body.slice(0, 500)}`);
  }
}

interface Extra {
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Speaks to a system as one user, over HTTP only. An unknown outcome (no answer, 503) is retried under the same
 * idempotency key until it is known: what a careful client of an unreliable network does.
 */
export class Client {
  private token: Promise<string> | undefined;

  constructor(
    private readonly system: System,
    private readonly role: Role,
    private readonly region: string,
    private readonly base: string = system.url,
  ) {}

  get<T>(path: string): Promise<T> {
    return this.send<T>('GET', path);
  }

  post<T>(path: string, body: object, key: string = randomUUID()): Promise<T> {
    return this.send<T>('POST', path, {
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    });
  }

  /** Starts work that goes on by itself: that it was accepted is the answer. */
  start<T>(path: string, body: object): Promise<T> {
    return this.send<T>('POST', path, { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
  }

  /** Sends a file as it is. */
  postFile<T>(path: string, type: string, body: string | Buffer): Promise<T> {
    return this.send<T>('POST', path, { body, headers: { 'Content-Type': type } });
  }

  /** Sends one JSON object a line, each with a key of its own; answers one a line, in the same order. */
  async postLines<T>(path: string, lines: readonly object[]): Promise<T[]> {
    const body = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    const answer = await this.text('POST', path, { body, headers: { 'Content-Type': 'application/x-ndjson' } });
    return answer
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as T);
  }

  /** What a path answers, as text: a PDF begins with its name. */
  getText(path: string): Promise<string> {
    return this.text('GET', path);
  }

  private async send<T>(method: string, path: string, extra: Extra = {}): Promise<T> {
    return JSON.parse(await this.text(method, path, extra)) as T;
  }

  private async text(method: string, path: string, extra: Extra = {}): Promise<string> {
    // Signed once: a run is over long before it expires.
    this.token ??= this.system.token(this.role, this.region);
    const authorization = `Bearer ${await this.token}`;
    const keyed = extra.headers?.['Idempotency-Key'] !== undefined;
    const response = await carefully(keyed, () =>
      fetch(`${this.base}${path}`, {
        method,
        headers: { authorization, ...extra.headers },
        ...(extra.body === undefined ? {} : { body: extra.body }),
      }),
    );
    const text = await response.text();
    if (response.ok && !(keyed && response.status === 202)) return text;
    throw new HttpFailure(response.status, text, `${method} ${path}`);
  }
}
