import { readFileSync } from 'node:fs';
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { readCaddyfile } from './caddyfile.js';
import { lead, type Lead } from './lead.js';

/** A front by a Caddyfile, on this container's own address. Argument: the Caddyfile. */
const site = readCaddyfile(readFileSync(process.argv[2] ?? '', 'utf8'), process.env);
for (const port of site.ports) {
  const server = createServer(passOn);
  server.requestTimeout = 0;
  server.listen(port, process.env['OWN_ADDRESS']);
}
process.once('SIGTERM', () => process.exit(0));

function passOn(incoming: IncomingMessage, answer: ServerResponse): void {
  const to = lead(site, incoming.url ?? '/');
  const length = Number(incoming.headers['content-length'] ?? 0);
  if ('status' in to) answer.writeHead(to.status).end();
  else if (length > site.maxBodyBytes) answer.writeHead(413, { Connection: 'close' }).end();
  else relay(incoming, answer, to);
}

function relay(
  incoming: IncomingMessage,
  answer: ServerResponse,
  { host, port }: Exclude<Lead, { status: number }>,
): void {
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
