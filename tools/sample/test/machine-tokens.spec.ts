import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { machineTokens } from '../machine-tokens.js';

describe('a machine', () => {
  const asked: string[] = [];
  let lifeSeconds = 300;
  let status = 200;
  let server: Server;
  let issuer: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url?.endsWith('/.well-known/openid-configuration')) {
        response.end(JSON.stringify({ token_endpoint: `${issuer}/token` }));
        return;
      }
      void text(request).then((body) => {
        asked.push(body);
        response.statusCode = status;
        response.end(JSON.stringify({ access_token: `t${String(asked.length)}`, expires_in: lifeSeconds }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    issuer = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : 0)}/realms/serap`;
  });
  beforeEach(() => {
    asked.length = 0;
    lifeSeconds = 300;
    status = 200;
  });
  afterAll(() => {
    server.close();
  });

  it('of a role and a region is a client of its own, and keeps its token for as long as it lives', async () => {
    const token = machineTokens(issuer, 'geheim');
    expect([await token('registry-officer', '33.02'), await token('registry-officer', '33.02')]).toEqual(['t1', 't1']);
    expect(await token('partner-intake', '73')).toBe('t2');
    expect(asked.map((body) => new URLSearchParams(body).get('client_id'))).toEqual([
      'serap-registry-officer-33.02',
      'serap-partner-intake-73',
    ]);
  });

  it('asks again when its token is about to end', async () => {
    lifeSeconds = 20;
    const token = machineTokens(issuer, 'geheim');
    expect([await token('operations', '33.02'), await token('operations', '33.02')]).toEqual(['t1', 't2']);
  });

  it('that is refused is named, and its secret is not', async () => {
    status = 401;
    const refused = machineTokens(issuer, 'geheim')('operations', '33.02');
    await expect(refused).rejects.toThrow('The issuer gives the client serap-operations-33.02 no token (401).');
  });
});
