import { Agent, request } from 'node:http';

/** A request as it goes over the wire. */
export interface Wire {
  readonly method: string;
  /** With its query, percent-encoded or not: as it is sent. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

export interface Answer {
  readonly status: number;
  /** Without its parameters. */
  readonly type: string;
  readonly body: string;
  /** Seconds, where the answer says when to come again. */
  readonly retryAfter?: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 32 });

/** Sends one request. Of an event stream only its beginning is read, for it does not end. */
export function send(base: string, { method, path, headers, body }: Wire): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base);
    const call = request(
      { agent, hostname, port, method, path, headers: { ...headers, ...lengthOf(body) } },
      (reply) => {
        const type = (reply.headers['content-type'] ?? '').split(';')[0] ?? '';
        const chunks: Buffer[] = [];
        const end = (): void => {
          const retryAfter = reply.headers['retry-after'];
          const body = Buffer.concat(chunks).toString('utf8');
          resolve({ status: reply.statusCode ?? 0, type, body, ...(retryAfter === undefined ? {} : { retryAfter }) });
        };
        if (type === 'text/event-stream') {
          end();
          call.destroy();
          return;
        }
        reply.on('data', (chunk: Buffer) => chunks.push(chunk));
        reply.once('end', end);
        reply.once('error', reject);
      },
    );
    call.once('error', (error) => {
      // The server may close an idle connection just as it is used again: that says nothing of the request.
      if (call.reusedSocket) send(base, { method, path, headers, ...(body ? { body } : {}) }).then(resolve, reject);
      else reject(error);
    });
    call.end(body);
  });
}

function lengthOf(body: Buffer | undefined): Record<string, string> {
  return body ? { 'Content-Length': String(body.length) } : {};
}

export function closeConnections(): void {
  agent.destroy();
}
