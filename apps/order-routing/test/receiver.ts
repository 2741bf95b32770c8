import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly event: { type: string; timestamp: string; data: Record<string, string> };
}

/** A partner's system that takes webhooks, really listening; what it answers is up to the test. */
export class Receiver {
  readonly received: Received[] = [];
  /** Status for the nth request of a path; 'hang': no answer at all. */
  answer: (request: Received, nth: number) => number | 'hang' = () => 204;

  private constructor(private readonly server: Server) {
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString();
        const path = request.url ?? '';
        const headers = request.headers as Record<string, string>;
        const received: Received = { path, headers, body, event: JSON.parse(body) as Received['event'] };
        this.received.push(received);
        const status = this.answer(received, this.at(path).length);
        if (status === 'hang') return;
        response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end();
      });
    });
  }

  static async open(): Promise<Receiver> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Receiver(server);
  }

  url(path: string): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}${path}`;
  }

  at(path: string): Received[] {
    return this.received.filter((one) => one.path === path);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
