import { SignedOut } from './client.js';
import type { Beat } from './types.js';

export interface Follower<Answer> {
  /** @throws SignedOut */
  load(): Promise<Answer>;
  /** What is known now. */
  show(answer: Answer): void;
  /** A sign of life between changes. @returns whether all is still as it was read; absent: always */
  stillTrue?(beat: Beat): boolean;
  /** The server has just confirmed that what is shown is the latest. */
  fresh?(streaming: boolean): void;
  signedOut(): void;
}

const SETTLE_MS = 120;
const SILENCE_MS = 8_000;
const POLL_MS = 4_000;

/** Follows the live stream: reads anew after each change, resumes by itself, and polls while no stream gets through. */
export class Following<Answer> {
  private known = false;
  private source: EventSource | undefined;
  private heardAt = 0;
  private stopped = false;
  private wanted = false;
  private reading: Promise<void> | undefined;
  private settle: ReturnType<typeof setTimeout> | undefined;
  private readonly timer: ReturnType<typeof setInterval>;

  constructor(private readonly follower: Follower<Answer>) {
    this.timer = setInterval(() => {
      this.poll();
    }, POLL_MS);
    this.read();
  }

  /** Reads anew, as after a change of one's own. */
  again(): void {
    this.settle ??= setTimeout(() => {
      this.settle = undefined;
      this.read();
    }, SETTLE_MS);
  }

  stop(): void {
    this.stopped = true;
    clearInterval(this.timer);
    clearTimeout(this.settle);
    this.source?.close();
  }

  private get streaming(): boolean {
    return Date.now() - this.heardAt < SILENCE_MS;
  }

  private poll(): void {
    if (this.streaming) return;
    this.read();
    // The browser gives a refused stream up for good; one that was cut it takes up itself, with the last id.
    if (this.source?.readyState === EventSource.CLOSED) this.connect();
  }

  /** One reading at a time; a change meanwhile asks for one more. */
  private read(): void {
    this.wanted = true;
    this.reading ??= this.readAll().finally(() => {
      this.reading = undefined;
      if (this.wanted && this.known && !this.stopped) this.again();
    });
  }

  private async readAll(): Promise<void> {
    try {
      do {
        this.wanted = false;
        const answer = await this.follower.load();
        this.known = true;
        if (!this.stopped) this.follower.show(answer);
      } while (this.isWanted());
      this.follower.fresh?.(this.streaming);
      if (!this.source && !this.stopped) this.connect();
    } catch (error) {
      if (error instanceof SignedOut && !this.stopped) this.follower.signedOut();
    }
  }

  /** Asked anew: it may have become so while something was read. */
  private isWanted(): boolean {
    return this.wanted;
  }

  private connect(): void {
    this.source?.close();
    const source = new EventSource('/api/operations/stream');
    this.source = source;
    for (const type of ['snapshot', 'reset', 'change']) {
      source.addEventListener(type, () => {
        this.heardAt = Date.now();
        this.again();
      });
    }
    source.addEventListener('error', () => {
      // Refused, as after the token's end: what is read next gets a new token, and the stream is opened again.
      if (source.readyState === EventSource.CLOSED) this.heardAt = 0;
    });
    source.addEventListener('beat', (event: MessageEvent<string>) => {
      this.heardAt = Date.now();
      if (!this.known || this.follower.stillTrue?.(JSON.parse(event.data) as Beat) === false) this.again();
      else this.follower.fresh?.(true);
    });
  }
}
