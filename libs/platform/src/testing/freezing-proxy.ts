import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A TCP proxy before a database that can stop forwarding without a word, as a frozen host or a lost network does. */
export interface FreezingProxy {
  /** The database's address, through the proxy. */
  readonly url: string;
  /** Nothing passes any more of what is open or is opened now; no connection ends, and all that is sent is acknowledged. */
  freeze(): void;
  /** What is opened from now on passes again; what was frozen stays so. */
  thaw(): void;
  close(): Promise<void>;
}

interface Link {
  readonly near: Socket;
  readonly far: Socket;
  frozen: boolean;
}

export async function freezingProxy(to: string): Promise<FreezingProxy> {
  const target = new URL(to);
  const links = new Set<Link>();
  let frozen = false;
  const server = createServer((near) => {
    const link = { near, far: connect(Number(target.port), target.hostname), frozen };
    links.add(link);
    forward(link, near, link.far);
    forward(link, link.far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(to);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    freeze: () => {
      frozen = true;
      for (const link of links) link.frozen = true;
    },
    thaw: () => {
      frozen = false;
    },
    close: async () => {
      for (const { near, far } of links) {
        near.destroy();
        far.destroy();
      }
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function forward(link: Link, from: Socket, into: Socket): void {
  from.on('error', () => undefined);
  from.on('data', (bytes: Buffer) => {
    if (!link.frozen) into.write(bytes);
  });
  from.on('close', () => {
    if (!link.frozen) into.destroy();
  });
}
