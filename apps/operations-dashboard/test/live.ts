import { setTimeout as sleep } from 'node:timers/promises';

export interface Frame {
  readonly id?: string;
  readonly event: string;
  readonly data: any;
}

/** Reads a live stream as a page does; comments are left out. */
export async function listen(url: string, token: string, lastEventId?: string) {
  const abort = new AbortController();
  const response = await fetch(`${url}/api/operations/stream`, {
    headers: {
      Authorization: `Bearer ${token}`,
      ...(lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId }),
    },
    signal: abort.signal,
  });
  const frames: Frame[] = [];
  let ended = false;
  const reading = (async () => {
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      const parts = text.split('\n\n');
      text = parts.pop() ?? '';
      frames.push(...parts.flatMap(parse));
    }
  })()
    .catch(() => undefined)
    .finally(() => {
      ended = true;
    });
  return {
    status: response.status,
    frames,
    /** Sequences of `change` frames, in the order they came. */
    changes: () => frames.filter(({ event }) => event === 'change').map(({ id }) => Number(id?.split('.')[1])),
    until: async (what: string, holds: (frames: Frame[]) => boolean): Promise<void> => {
      const end = Date.now() + 60_000;
      while (!holds(frames)) {
        const got = JSON.stringify(frames.map(({ event, id }) => [event, id]));
        if (Date.now() > end) throw new Error(`waited in vain: ${what}; got ${got}`);
        await sleep(10);
      }
    },
    ended: () => ended,
    close: async () => {
      abort.abort();
      await reading;
    },
  };
}

function parse(text: string): Frame[] {
  const fields = new Map(
    text
      .split('\n')
      .filter((line) => !line.startsWith(':'))
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  );
  const event = fields.get('event');
  if (event === undefined) return [];
  const id = fields.get('id');
  return [{ ...(id === undefined ? {} : { id }), event, data: JSON.parse(fields.get('data') ?? 'null') }];
}
