import type { ServerResponse } from 'node:http';
import type { StreamHead, StreamTable } from '../persistence/stream-table.js';

/** Bytes that a page may be behind before it is let go; it comes back and resumes. */
const MAX_UNSENT_BYTES = 1024 * 1024;

export interface LiveSource {
  readonly table: StreamTable;
  /** Everything as it is now; `id` is the stream's id that it reflects. */
  snapshot(): Promise<{ readonly id: string }>;
  /** Clock and lag, for a page that has nothing new to show. */
  beat(): Promise<object>;
}

/**
 * One page's live stream: a snapshot or the changes since its Last-Event-ID, then every change, each once and in order.
 * An id that is too old, or of another epoch, gets `reset` and a snapshot.
 */
export class LiveConnection {
  private epoch = '';
  private position = -1;
  private work: Promise<void> = Promise.resolve();
  private ended = false;

  constructor(
    private readonly response: Pick<ServerResponse, 'write' | 'end' | 'writableLength'>,
    private readonly source: LiveSource,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** @param lastEventId what the page saw last, `epoch.sequence` */
  start(lastEventId: string | undefined): void {
    this.response.write('retry: 1000\n\n');
    this.enqueue(async () => {
      const head = await this.source.table.head();
      const known = /^([0-9a-f]{32})\.(\d{1,15})$/.exec(lastEventId ?? '');
      const sequence = Number(known?.[2] ?? -1);
      if (known?.[1] === head.epoch && (await this.source.table.has(sequence, head))) {
        this.epoch = head.epoch;
        this.position = sequence;
        await this.catchUp(head);
      } else {
        await this.startOver(lastEventId !== undefined);
      }
    });
  }

  moved(head: StreamHead): void {
    this.enqueue(() => this.catchUp(head));
  }

  beat(): void {
    this.enqueue(async () => {
      this.send(`: beat\n${frame('beat', await this.source.beat())}`);
    });
  }

  end(): void {
    if (this.ended) return;
    this.ended = true;
    this.response.end();
  }

  /** One step at a time, so that frames keep their order. */
  private enqueue(step: () => Promise<void>): void {
    this.work = this.work
      .then(() => (this.ended ? undefined : step()))
      .catch((error: unknown) => {
        this.failed(error);
        this.end();
      });
  }

  private async catchUp(head: StreamHead): Promise<void> {
    if (head.epoch !== this.epoch) return this.startOver(true);
    while (this.position < head.sequence) {
      const events = await this.source.table.after(this.position);
      if (events[0]?.sequence !== this.position + 1) return this.startOver(true);
      for (const { sequence, data } of events) {
        this.position = sequence;
        this.send(frame('change', data, `${this.epoch}.${String(sequence)}`));
      }
    }
  }

  private async startOver(tellReset: boolean): Promise<void> {
    const snapshot = await this.source.snapshot();
    const [epoch = '', sequence] = snapshot.id.split('.');
    this.epoch = epoch;
    this.position = Number(sequence);
    if (tellReset) this.send(frame('reset', { id: snapshot.id }));
    this.send(frame('snapshot', snapshot, snapshot.id));
  }

  private send(text: string): void {
    if (this.ended) return;
    this.response.write(text);
    if (this.response.writableLength > MAX_UNSENT_BYTES) this.end();
  }
}

function frame(event: string, data: object, id?: string): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
