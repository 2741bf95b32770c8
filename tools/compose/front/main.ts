import { readFileSync } from 'node:fs';
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { readCaddyfile } from './caddyfile.js';

/** A front by a Caddyfile, on this container's own address. Argument: the Caddyfile. */
const site = readCaddyfile(readFileSync(process.argv[2] ?? '', 'utf8'), process.env);
for (const port of site.ports) {
  const server = createServer(passOn);
  server.requestTimeout = 0;
  server.listen(port, process.env['OWN_ADDRESS']);
}
process.once('SIGTERM', () => process.exit(0));

function passOn(incoming: IncomingMessage, answer: ServerResponse): void {
  const { pathname } = new URL(incoming.url ?? '/', 'http://front');
  const status = site.answers.get(pathname);
  const length = Number(incoming.headers['content-length'] ?? 0);
  const route = site.routes.find(({ path }) => matches(path, pathname));
  if (status !== undefined) answer.writeHead(status).end();
  else if (length > site.maxBodyBytes) answer.writeHead(413, { Connection: 'close' }).end();
  else if (route) relay(incoming, answer, route);
  else answer.writeHead(200).end();
}

function relay(incoming: IncomingMessage, answer: ServerResponse, { host, port }: (typeof site.routes)[number]): void {
  const { method, url, headers, socket } = incoming;
  const told = {
    ...headers,
    'x-forwarded-for': socket.remoteAddress ?? '',
    'x-forwarded-proto': 'http',
    'x-forwarded-host': headers.host ?? '',
  };
  const onward = ask({ host, port, method, path: url, headers: told }, (reply) => {
    answer.writeHead(reply.statusCode ?? 502, reply.headers);
    reply.pipe(answer);
    reply.once('error', () => answer.destroy());
  });
  onward.once('error', () => {
    const { on, status, text } = site.failure;
    if (answer.headersSent) answer.destroy();
    else if (on.includes(502)) answer.writeHead(status, { 'Retry-After': '2' }).end(text);
    else answer.writeHead(502).end();
  });
  answer.once('close', () => onward.destroy());
  incoming.pipe(onward);
}

function matches(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : pattern === path;
}
