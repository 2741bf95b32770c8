import { connect, createServer } from 'node:net';

/** Passes connections on to a container's port. Arguments: host and port here, host and port there. */
const [host = '', port = '', toHost = '', toPort = ''] = process.argv.slice(2);
if (!host.startsWith('127.')) throw new Error(`${host} is not of this machine alone.`);
createServer((client) => {
  const server = connect({ host: toHost, port: Number(toPort) });
  client.once('error', () => server.destroy());
  server.once('error', () => client.destroy());
  client.pipe(server).pipe(client);
}).listen(Number(port), host);
