import { describe, expect, it } from 'vitest';
import { readCompose } from '../compose-file.js';
import { readEnvFile } from '../env-file.js';
import { readCaddyfile } from '../front/caddyfile.js';
import { isJob, standing, startOrder } from '../start-order.js';

const anything = new Proxy<Record<string, string>>({}, { get: () => 'a' });

describe('.env', () => {
  it('has bare values, quoted ones and comments', () => {
    const text = `# A comment\nA=1\n B = two words # why\nC='p$w#d'\nD="say \\"so\\""\n# E=no\nF=\n`;
    expect(readEnvFile(text)).toEqual({ A: '1', B: 'two words', C: 'p$w#d', D: 'say "so"', F: '' });
  });

  it('fills nothing in: a dollar stands between single quotes', () => {
    expect(() => readEnvFile('A=b$c')).toThrow('A in .env has a $: write it between single quotes.');
  });
});

describe('docker-compose.yml', () => {
  const compose = readCompose(anything);

  it('starts each service after all that it needs', () => {
    const order = startOrder(compose, ['front']);
    const before = (one: string, other: string): boolean => order.indexOf(one) < order.indexOf(other);
    expect(order.at(-1)).toBe('front');
    for (const [one, other] of [
      ['postgres', 'migrate-routing'],
      ['kafka', 'topics'],
      ['topics', 'order-routing'],
      ['keycloak', 'order-routing'],
    ] as const) {
      expect([one, other, before(one, other)]).toEqual([one, other, true]);
    }
    expect(() => startOrder(compose, ['frint'])).toThrow('no such service: frint');
  });

  it('knows jobs, and what is run only when it is asked for', () => {
    expect(Object.keys(compose.services).filter((name) => isJob(compose, name))).toEqual(
      expect.arrayContaining(['topics', 'migrate-routing']),
    );
    expect(isJob(compose, 'order-routing')).toBe(false);
    expect(standing(compose)).not.toEqual(expect.arrayContaining(['sample']));
  });

  it('has a Caddyfile of which every word is followed', () => {
    const site = readCaddyfile(readCompose(anything).configs['front']?.content ?? '', { SERAP_SITE: ':8080' });
    expect(site).toMatchObject({
      ports: [8080, 8090],
      maxBodyBytes: 33 * 2 ** 20,
      failure: { on: [500, 502, 503, 504], status: 503 },
    });
    expect(site.answers.get('/metrics')).toBe(404);
    expect(site.routes.at(-1)).toEqual({ path: '*', host: 'operations-dashboard', port: 3000 });
    expect(site.routes.find(({ path }) => path === '/api/orders*')).toMatchObject({ host: 'order-routing' });
    expect(() => readCaddyfile(':80 {\n  file_server\n}', {})).toThrow('The Caddyfile says file_server');
    expect(() => readCaddyfile('serap.example.id {\n}', {})).toThrow('certificates');
  });
});
