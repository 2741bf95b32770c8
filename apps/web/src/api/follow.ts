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

export interface Following {
  /** Reads anew, as after a change of one's own. */
  readonly again: () => void;
  readonly stop: () => void;
}

const SETTLE_MS = 120;
const SILENCE_MS = 8_000;
const POLL_MS = 4_000;

/** Follows the live stream: reads anew after each change, resumes by itself, and polls while no stream gets through. */
export function follow<Answer>(follower: Follower<Answer>): Following {
  let known = false;
  let source: EventSource | undefined;
  let heardAt = 0;
  let stopped = false;
  let wanted = false;
  let reading: Promise<void> | undefined;
  let settle: ReturnType<typeof setTimeout> | undefined;

  const streaming = () => Date.now() - heardAt < SILENCE_MS;

  async function readAll(): Promise<void> {
    try {
      do {
        wanted = false;
        const answer = await follower.load();
        known = true;
        if (!stopped) follower.show(answer);
      } while (wanted);
      follower.fresh?.(streaming());
      if (!source && !stopped) connect();
    } catch (error) {
      if (error instanceof SignedOut && !stopped) follower.signedOut();
    }
  }

  /** One reading at a time; a change meanwhile asks for one more. */
  function read(): void {
    wanted = true;
    reading ??= readAll().finally(() => {
      reading = undefined;
      if (wanted && known && !stopped) later();
    });
  }

  function later(): void {
    settle ??= setTimeout(() => {
      settle = undefined;
      read();
    }, SETTLE_MS);
  }

  function connect(): void {
    source?.close();
    source = new EventSource('/api/operations/stream');
    for (const type of ['snapshot', 'reset', 'change']) {
      source.addEventListener(type, () => {
        heardAt = Date.now();
        later();
      });
    }
    source.addEventListener('error', () => {
      // Refused, as after the token's end: what is read next gets a new token, and the stream is opened again.
      if (source?.readyState === EventSource.CLOSED) heardAt = 0;
    });
    source.addEventListener('beat', (event: MessageEvent<string>) => {
      heardAt = Date.now();
      if (!known || follower.stillTrue?.(JSON.parse(event.data) as Beat) === false) later();
      else follower.fresh?.(true);
    });
  }

  const timer = setInterval(() => {
    if (streaming()) return;
    read();
    // The browser gives a refused stream up for good; one that was cut it takes up itself, with the last id.
    if (source?.readyState === EventSource.CLOSED) connect();
  }, POLL_MS);

  read();
  return {
    again: later,
    stop: () => {
      stopped = true;
      clearInterval(timer);
      clearTimeout(settle);
      source?.close();
    },
  };
}
