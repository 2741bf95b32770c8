import { setTimeout as sleep } from 'node:timers/promises';

const GIVE_UP_AFTER_MS = 120_000;
const ONE_CALL_MS = 60_000;

/** An answer that will not change: the loader stops and shows it. */
class CallRefused extends Error {
  override readonly name = 'CallRefused';
}

export interface Call {
  readonly path: string;
  readonly key: string;
  /** JSON, or NDJSON when it is text. */
  readonly body?: object | string;
}

/**
 * Calls one service as one user. No answer, a cut answer and 5xx are tried again under the same idempotency key, which
 * is what makes that safe: a service may be killed at any moment of a load.
 */
export class ApiClient {
  constructor(
    private readonly url: string,
    private readonly token: () => Promise<string>,
  ) {}

  async post<T>(call: Call): Promise<T> {
    return JSON.parse(await this.send(call)) as T;
  }

  /** @param complete whether the lines are all there; a stream that broke off is sent again */
  async postLines<T>(call: Call, complete: (lines: readonly T[]) => boolean): Promise<T[]> {
    let lines: T[] = [];
    await this.send(call, (text) => {
      lines = text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as T);
      return complete(lines);
    });
    return lines;
  }

  private async send(call: Call, complete: (text: string) => boolean = () => true): Promise<string> {
    const started = Date.now();
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.once(call).catch((error: unknown) => ({ status: 0, text: String(error) }));
      if (answer.status >= 200 && answer.status < 300 && complete(answer.text)) return answer.text;
      const mayChange = answer.status === 0 || answer.status < 300 || answer.status >= 500;
      if (!mayChange || Date.now() - started > GIVE_UP_AFTER_MS) {
        throw new CallRefused(
          `POST ${call.path} (${call.key}): ${String(answer.status)} ${answer.text.slice(0, 1_000)}`,
        );
      }
      await sleep(Math.min(100 * attempt, 1_000));
    }
  }

  private async once({ path, key, body }: Call): Promise<{ status: number; text: string }> {
    const lines = typeof body === 'string';
    const response = await fetch(`${this.url}${path}`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${await this.token()}`,
        'Idempotency-Key': key,
        ...(body === undefined ? {} : { 'Content-Type': lines ? 'application/x-ndjson' : 'application/json' }),
      },
      ...(body === undefined ? {} : { body: lines ? body : JSON.stringify(body) }),
      signal: AbortSignal.timeout(ONE_CALL_MS),
    });
    return { status: response.status, text: await response.text() };
  }
}
