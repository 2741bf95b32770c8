import { afterEach, describe, expect, it } from 'vitest';
import { Controller, Get } from '@nestjs/common';
import { Allow } from '#platform/access/allow.js';
import type { ServiceConfig } from '#platform/context/config.js';
import { serveOne, type OneController } from '../one-controller.js';

@Controller('api/test/things')
class Things {
  @Get()
  @Allow('orders:read')
  read(): object {
    return {};
  }
}

describe('the number of requests a minute', () => {
  let service: OneController | undefined;

  afterEach(() => service?.stop());

  const open = async (settings: Partial<ServiceConfig>): Promise<void> => {
    service = await serveOne(Things, settings);
  };
  const ask = async (headers: Record<string, string>): Promise<number> =>
    (await fetch(`${service!.url}/api/test/things`, { headers })).status;
  const bearer = async (): Promise<Record<string, string>> => ({
    authorization: `Bearer ${await service!.issuer.token(['partner-intake'], '13.03')}`,
  });
  const inTurn = async (count: number, headersOf: (number: number) => Record<string, string>): Promise<number[]> => {
    const statuses: number[] = [];
    for (let number = 1; number <= count; number += 1) statuses.push(await ask(headersOf(number)));
    return statuses;
  };
  const refused = [...Array<number>(20).fill(401), ...Array<number>(40).fill(429)];

  it.each<[string, (number: number) => Record<string, string>]>([
    ['tokens', (number) => ({ authorization: `Bearer made.up.${String(number)}` })],
    ['API keys', (number) => ({ authorization: `Bearer serap_${String(number)}` })],
    ['cookies', (number) => ({ cookie: `serap_token=made.up.${String(number)}` })],
    ['addresses that nobody vouches for', (number) => ({ 'x-forwarded-for': `198.51.100.${String(number)}` })],
  ])('is the address’s, whatever number of made-up %s it sends', async (_, headersOf) => {
    await open({ SERAP_REQUESTS_PER_MINUTE: 20 });
    expect(await inTurn(60, headersOf)).toEqual(refused);
  });

  it('is a token’s own once it has been verified, though its address has used up its share', async () => {
    await open({ SERAP_REQUESTS_PER_MINUTE: 20 });
    const token = await bearer();
    expect(await ask(token)).toBe(200);
    await inTurn(30, (number) => ({ authorization: `Bearer made.up.${String(number)}` }));
    expect(await inTurn(21, () => token)).toEqual([...Array<number>(20).fill(200), 429]);
  });

  it('is that of the address behind a proxy that is trusted, of IPv6 of its network', async () => {
    await open({ SERAP_REQUESTS_PER_MINUTE: 2, SERAP_TRUSTED_PROXIES: '::1, 127.0.0.0/8' });
    const from = (address: string) => ask({ 'x-forwarded-for': address });
    expect([await from('198.51.100.1'), await from('198.51.100.1'), await from('198.51.100.1')]).toEqual([
      401, 401, 429,
    ]);
    expect(await from('198.51.100.2')).toBe(401);
    // What the sender itself puts in front is not believed.
    expect(await from('198.51.100.9, 198.51.100.1')).toBe(429);
    expect([await from('2001:db8::1'), await from('2001:db8::2'), await from('2001:db8::3')]).toEqual([401, 401, 429]);
    expect(await from('2001:db8:0:1::1')).toBe(401);
  });
});
