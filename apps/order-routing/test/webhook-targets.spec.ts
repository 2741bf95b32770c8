import { describe, expect, it } from 'vitest';
import { readConfig } from '#platform/context/config.js';
import { RoutingConfig } from '../src/config.js';
import { addressOf, targetOf } from '../src/webhooks/target.js';

/** Names resolve to what a test says, so that it needs no internet. */
const leadsTo =
  (...addresses: string[]) =>
  () =>
    Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
const accept = async (url: string, local = false, ...addresses: string[]) =>
  (
    await addressOf(
      targetOf(url, local),
      local,
      AbortSignal.timeout(2_000),
      addresses.length > 0 ? leadsTo(...addresses) : undefined,
    )
  ).address;

describe('the address of a webhook', () => {
  it.each([
    ['https://93.184.216.34/hook', '93.184.216.34'],
    ['https://93.184.216.34:8443/hook?a=b', '93.184.216.34'],
    ['https://[2606:4700::1111]/', '2606:4700::1111'],
  ])('may be %s', async (url, address) => {
    expect(await accept(url)).toBe(address);
  });

  it.each([
    ['http://93.184.216.34/', 'https'],
    ['ftp://93.184.216.34/', 'https'],
    ['file:///etc/passwd', 'https'],
    ['no address', 'such as'],
    ['https://me:secret@93.184.216.34/', 'user name'],
    ['https://93.184.216.34/#part', 'fragment'],
    ['https://93.184.216.34:22/', 'port'],
    ['https://93.184.216.34:5432/', 'port'],
    ['https://localhost/', 'public'],
    ['https://127.0.0.1/', 'public'],
    ['https://127.1/', 'public'],
    ['https://2130706433/', 'public'],
    ['https://0x7f000001/', 'public'],
    ['https://0.0.0.0/', 'public'],
    ['https://10.1.2.3/', 'public'],
    ['https://172.16.0.1/', 'public'],
    ['https://192.168.1.1/', 'public'],
    ['https://100.64.0.1/', 'public'],
    ['https://169.254.169.254/latest/meta-data/', 'public'],
    ['https://168.63.129.16/', 'public'],
    ['https://198.18.0.1/', 'public'],
    ['https://224.0.0.1/', 'public'],
    ['https://255.255.255.255/', 'public'],
    ['https://[::]/', 'public'],
    ['https://[::1]/', 'public'],
    ['https://[::ffff:10.0.0.1]/', 'public'],
    ['https://[64:ff9b::a00:1]/', 'public'],
    ['https://[2002:a00:1::]/', 'public'],
    ['https://[fe80::1]/', 'public'],
    ['https://[fec0::1]/', 'public'],
    ['https://[fd00:ec2::254]/', 'public'],
  ])('may not be %s', async (url, why) => {
    await expect(accept(url)).rejects.toThrow(why);
  });

  it('may not be a name of which any address is our own network’s', async () => {
    expect(await accept('https://mitra.example/', false, '93.184.216.34')).toBe('93.184.216.34');
    await expect(accept('https://mitra.example/', false, '93.184.216.34', '10.0.0.1')).rejects.toThrow('public');
    await expect(accept('https://mitra.example/', false, '::ffff:127.0.0.1')).rejects.toThrow('public');
  });

  it('may not be a name of which nobody hears in time', async () => {
    const silence = () => new Promise<never>(() => undefined);
    const asked = addressOf(new URL('https://mitra.example/'), false, AbortSignal.timeout(50), silence);
    await expect(asked).rejects.toThrow('cannot be found');
  });

  it('may not be a name that nobody knows', async () => {
    await expect(accept('https://nowhere.invalid/')).rejects.toThrow('cannot be found');
  });

  it('may be this machine in an embedded run alone, and then no other place without encryption', async () => {
    expect(await accept('http://127.0.0.1:9000/', true)).toBe('127.0.0.1');
    await expect(accept('http://10.0.0.1/', true)).rejects.toThrow('public');
    await expect(accept('http://93.184.216.34/', true)).rejects.toThrow('https');
    const env = { SERAP_WEBHOOKS_LOCAL: 'yes' };
    expect(() => readConfig(RoutingConfig, env)).toThrow('SERAP_WEBHOOKS_LOCAL (only with SERAP_EMBEDDED=yes)');
    expect(() => readConfig(RoutingConfig, { ...env, SERAP_EMBEDDED: 'yes' })).toThrow(/^(?!.*SERAP_WEBHOOKS_LOCAL)/);
  });
});
