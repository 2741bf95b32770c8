import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import { SignedOut } from '../src/api/client.js';
import { Following } from '../src/api/follow.js';

/** The live stream, as a test tells it. */
class Stream extends EventTarget {
  static readonly CLOSED = 2;
  static opened: Stream[] = [];
  readyState = 1;

  constructor(readonly url: string) {
    super();
    Stream.opened.push(this);
  }

  says(type: string, data: object = {}): void {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data) }));
  }

  close(): void {
    this.readyState = Stream.CLOSED;
  }
}

let load: Mock<() => Promise<number>>;
let shown: number[];
let fresh: boolean[];
let signedOut: number;
let following: Following<number>;
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

function follow(stillTrue?: () => boolean): void {
  following = new Following<number>({
    load,
    show: (answer) => shown.push(answer),
    fresh: (streaming) => fresh.push(streaming),
    signedOut: () => {
      signedOut += 1;
    },
    ...(stillTrue && { stillTrue }),
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  Stream.opened = [];
  (globalThis as { EventSource?: unknown }).EventSource = Stream;
  [shown, fresh, signedOut] = [[], [], 0];
  let reading = 0;
  load = vi.fn(() => Promise.resolve((reading += 1)));
});
afterEach(() => {
  following.stop();
  vi.useRealTimers();
  delete (globalThis as { EventSource?: unknown }).EventSource;
});

describe('what a page follows', () => {
  it('is read at once, and then the stream is opened', async () => {
    follow();
    await pass(0);
    expect([shown, Stream.opened.length]).toEqual([[1], 1]);
  });

  it('is read once for changes that come together', async () => {
    follow();
    await pass(0);
    for (let n = 0; n < 3; n += 1) Stream.opened[0]?.says('change');
    await pass(120);
    expect(shown).toEqual([1, 2]);
  });

  it('is read once more when it changes while it is read', async () => {
    let answer: (value: number) => void = () => undefined;
    follow();
    await pass(0);
    load.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    Stream.opened[0]?.says('change');
    await pass(120);
    Stream.opened[0]?.says('change');
    await pass(120);
    answer(7);
    await pass(0);
    expect(shown).toEqual([1, 7, 2]);
  });

  it('is not read for a sign of life that says the same, and is for one that does not', async () => {
    let same = true;
    follow(() => same);
    await pass(0);
    Stream.opened[0]?.says('beat');
    await pass(200);
    expect([load.mock.calls.length, fresh.at(-1)]).toEqual([1, true]);
    same = false;
    Stream.opened[0]?.says('beat');
    await pass(200);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('is polled while no stream gets through, and a stream that was refused is opened again', async () => {
    follow();
    await pass(0);
    Stream.opened[0]?.says('snapshot');
    await pass(7_000);
    expect(load).toHaveBeenCalledTimes(2);
    Stream.opened[0]?.close();
    Stream.opened[0]?.says('error');
    await pass(4_000);
    expect([load.mock.calls.length, Stream.opened.length]).toEqual([3, 2]);
  });

  it('tells of a session that is over, and nothing after it was stopped', async () => {
    follow();
    await pass(0);
    load.mockRejectedValueOnce(new SignedOut());
    following.again();
    await pass(120);
    expect(signedOut).toBe(1);
    following.stop();
    await pass(20_000);
    expect([shown, Stream.opened[0]?.readyState]).toEqual([[1], Stream.CLOSED]);
  });
});
