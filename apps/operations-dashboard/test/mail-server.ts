import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface Received {
  readonly to: readonly string[];
  /** Headers and body as they came. */
  readonly raw: string;
}

/** A real SMTP server on this machine. */
export class MailServer {
  readonly received: Received[] = [];
  /** Addresses for which it takes no mail. */
  readonly unknown = new Set<string>();
  private server: SMTPServer | undefined;

  private constructor(private port: number) {}

  static async open(): Promise<MailServer> {
    const mail = new MailServer(0);
    await mail.start();
    return mail;
  }

  get url(): string {
    return `smtp://127.0.0.1:${String(this.port)}`;
  }

  /** On the port that it had before. */
  async start(): Promise<void> {
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: ({ address }, _session, answer) => {
        const refusal = Object.assign(new Error('no such mailbox'), { responseCode: 550 });
        answer(this.unknown.has(address) ? refusal : null);
      },
      onData: (stream, session, done) => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        void text(stream).then((raw) => {
          this.received.push({ to, raw });
          done();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.server.address() as AddressInfo).port;
    this.server = server;
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (server) {
      await new Promise<void>((resolve) => {
        server.close(resolve);
      });
    }
  }
}
