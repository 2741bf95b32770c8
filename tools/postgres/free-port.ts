import { createServer } from 'node:net';

/** A port of the loopback interface that is free now; `preferred` if it is. */
export async function freePort(preferred = 0): Promise<number> {
  const attempt = (port: number): Promise<number | undefined> =>
    new Promise((resolve) => {
      const server = createServer();
      server.once('error', () => {
        resolve(undefined);
      });
      server.listen(port, '127.0.0.1', () => {
        const address = server.address();
        server.close(() => {
          resolve(typeof address === 'object' && address !== null ? address.port : undefined);
        });
      });
    });
  const port = (await attempt(preferred)) ?? (await attempt(0));
  if (port === undefined) throw new Error('No free port on 127.0.0.1.');
  return port;
}
