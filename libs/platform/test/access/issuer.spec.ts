import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { readIssuerDocument } from '#platform/access/issuer-document.js';

const PUBLIC = 'https://masuk.example/realms/serap';
let server: Server | undefined;

/** An issuer that publishes `document`, reached as services reach it. */
async function publish(document: (internal: string) => object): Promise<string> {
  const opened = createServer((request, response) => {
    const found = request.url === '/realms/serap/.well-known/openid-configuration';
    response
      .writeHead(found ? 200 : 404, { 'Content-Type': 'application/json' })
      .end(JSON.stringify(document(internal)));
  });
  server = opened;
  await new Promise<void>((resolve) => opened.listen(0, '127.0.0.1', resolve));
  const internal = `http://127.0.0.1:${String((opened.address() as AddressInfo).port)}/realms/serap`;
  return internal;
}

const endpointsAt = (base: string) => ({
  issuer: PUBLIC,
  authorization_endpoint: `${base}/auth`,
  end_session_endpoint: `${base}/logout`,
  token_endpoint: `${base}/token`,
  jwks_uri: `${base}/certs`,
});

afterEach(() => {
  server?.close();
});

describe('an issuer that browsers and services reach at two addresses', () => {
  it.each<[string, (internal: string) => object]>([
    ['all as browsers reach them', () => endpointsAt(PUBLIC)],
    ['all as services reach them', endpointsAt],
    [
      'each as its caller does',
      (internal) => ({ ...endpointsAt(internal), ...{ authorization_endpoint: `${PUBLIC}/auth` } }),
    ],
  ])('is understood when it names %s', async (_, document) => {
    const internal = await publish(document);
    const read = await readIssuerDocument({ issuer: PUBLIC, internal, plainHttp: false }, AbortSignal.timeout(5_000));
    expect(read).toMatchObject({
      authorization_endpoint: `${PUBLIC}/auth`,
      end_session_endpoint: `${PUBLIC}/logout`,
      token_endpoint: `${internal}/token`,
      jwks_uri: `${internal}/certs`,
    });
  });

  it('is refused when it is another one', async () => {
    const internal = await publish((base) => ({ ...endpointsAt(base), issuer: `${PUBLIC}-other` }));
    const read = readIssuerDocument({ issuer: PUBLIC, internal, plainHttp: true }, AbortSignal.timeout(5_000));
    await expect(read).rejects.toThrow('not of SERAP_TOKEN_ISSUER');
  });

  it('is not called without TLS beyond this machine unless that was allowed', async () => {
    const internal = await publish((base) => ({ ...endpointsAt(base), token_endpoint: 'http://keycloak:8080/token' }));
    const read = (plainHttp: boolean) =>
      readIssuerDocument({ issuer: PUBLIC, internal, plainHttp }, AbortSignal.timeout(5_000));
    await expect(read(false)).rejects.toThrow('SERAP_ISSUER_PLAIN_HTTP');
    expect(await read(true)).toMatchObject({ token_endpoint: 'http://keycloak:8080/token' });
  });
});
