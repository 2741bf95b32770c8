/**
 * The embedded run's own issuer, in a process of its own: people sign in through it, and machines get their tokens from
 * it, as from the identity provider of any installation. Started by tools/system; it ends with whoever started it.
 */
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { findAggregator } from './find-aggregator.js';
import { machineToken } from './machine-token.js';
import { ISSUER_PATH, issuerSecret, type IssuerSettings } from './settings.js';
import type { LocalUser } from './users.js';

const settings = JSON.parse(process.env['SERAP_ISSUER_SETTINGS'] ?? '') as IssuerSettings;
const address = `http://127.0.0.1:${String(settings.port)}${ISSUER_PATH}`;

// The oldest Node that its authors test is 22; every test of the embedded run proves it on 20 too.
if (Number(process.versions.node.split('.')[0]) < 22) {
  console.info(`oidc-provider warns of Node ${process.versions.node} below: our tests run it there.`);
}
const { createProvider } = await import('./provider.js');
const { interact } = await import('./interaction.js');

const provider = await createProvider(settings, aggregatorOf);
const handle = provider.callback();
provider.on('server_error', (_context, error) => {
  console.error(error);
});

const server = createServer((request: IncomingMessage & { originalUrl?: string }, response) => {
  const { url = '' } = request;
  if (url === `${ISSUER_PATH}/readyz`) {
    response.end('{"status":"ok"}');
  } else if (url.startsWith(`${ISSUER_PATH}/interaction/`)) {
    interact(provider, aggregatorOf, request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  } else if (url.startsWith(`${ISSUER_PATH}/`)) {
    // The provider sees where it is mounted by the difference of the two.
    request.originalUrl = url;
    request.url = url.slice(ISSUER_PATH.length);
    void handle(request, response);
  } else {
    response.writeHead(404).end();
  }
});
server.listen(settings.port, '127.0.0.1');

const stop = (): void => {
  server.close();
  server.closeAllConnections();
  process.exit(0);
};
process.once('SIGTERM', stop);
process.once('disconnect', stop);

/** The registry answers an officer of the cooperative's region. */
async function aggregatorOf(user: LocalUser): Promise<string | undefined> {
  const { region = '' } = user;
  const { token } = await machineToken(address, issuerSecret(settings.home), { role: 'registry-officer', region });
  return findAggregator(settings.registryUrl, token, user);
}
