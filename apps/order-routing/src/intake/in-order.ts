/**
 * Works on many items at a time and gives the results in the items' order. At most `inFlight` are begun and not yet taken,
 * so that a reader who stops taking stops the work, and with it the source.
 *
 * @returns results that are ready together, at least one; the source is left as soon as the reader leaves
 */
export async function* inOrder<Item, Result>(
  source: AsyncIterable<Item> | readonly Item[],
  inFlight: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result[]> {
  const items = each(source)[Symbol.asyncIterator]();
  const begun: Begun<Result>[] = [];
  let next: Promise<IteratorResult<Item>> | undefined;
  let ended = false;
  try {
    while (!ended || begun.length > 0) {
      if (!ended && begun.length < inFlight) {
        next ??= items.next();
        const first = await Promise.race(begun[0] ? [next, begun[0].settled] : [next]);
        if (first !== undefined) {
          next = undefined;
          if (first.done) ended = true;
          else begun.push(begin(work(first.value)));
          continue;
        }
      } else {
        await begun[0]?.settled;
      }
      const ready: Result[] = [];
      for (let head = begun[0]; head?.done; head = begun[0]) {
        begun.shift();
        ready.push(await head.result);
      }
      yield ready;
    }
  } finally {
    // What was begun ends by itself; nobody is left to hear of it.
    for (const { result } of begun) result.catch(() => undefined);
    next?.catch(() => undefined);
    await items.return(undefined);
  }
}

async function* each<Item>(source: AsyncIterable<Item> | readonly Item[]): AsyncGenerator<Item> {
  yield* source;
}

interface Begun<Result> {
  readonly result: Promise<Result>;
  readonly settled: Promise<undefined>;
  done: boolean;
}

function begin<Result>(result: Promise<Result>): Begun<Result> {
  const end = (): undefined => {
    entry.done = true;
  };
  const entry: Begun<Result> = { result, done: false, settled: result.then(end, end) };
  return entry;
}
