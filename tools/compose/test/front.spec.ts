import { describe, expect, it } from 'vitest';
import { readCompose } from '../compose-file.js';
import { readCaddyfile } from '../front/caddyfile.js';
import { lead } from '../front/lead.js';

const anything = new Proxy<Record<string, string>>({}, { get: () => 'a' });
const site = readCaddyfile(readCompose(anything).configs['front']?.content ?? '', { SERAP_SITE: ':8080' });
const hostOf = (url: string): unknown => {
  const to = lead(site, url);
  return 'host' in to ? to.host : to.status;
};

describe('the front', () => {
  it.each([
    '/metrics',
    '/metrics?a=b',
    '/./metrics',
    '/%2e/metrics',
    '/%2E%2E/metrics',
    '//metrics',
    '/api/../metrics',
    '/api/orders/..%2f..%2fmetrics',
    '/%6detrics',
    '/METRICS',
    'http://anybody.example/metrics',
    '/livez',
    '/readyz',
    '/version',
  ])('tells nobody outside how the machines fare: %s', (url) => {
    expect(hostOf(url)).toBe(404);
  });

  it.each([
    '/realms/serap/protocol/openid-connect/auth?client_id=serap-pages',
    '/realms/serap/login-actions/authenticate',
    '/resources/abc/login/style.css',
  ])('leads to Keycloak for what signing in needs: %s', (url) => {
    expect(hostOf(url)).toBe('keycloak');
  });

  it.each([
    '/realms/master/protocol/openid-connect/token',
    '/realms/serap/../master/account',
    '/realms/serap/%2e%2e/master/account',
    '/realms/serap/..%2fmaster/account',
    '//realms/master',
    '/resources/../realms/master',
    '/realms/serapx',
    '/realms/',
    '/admin/master/console/',
    '/health',
  ])('leads to no other realm and to no administrator: %s', (url) => {
    expect(hostOf(url)).not.toBe('keycloak');
  });

  it.each([
    ['/api/registry/producers', 'producer-registry'],
    ['/api/agreements', 'partnership-agreements'],
    ['/api/orders?limit=1', 'order-routing'],
    ['/mitra', 'operations-dashboard'],
    ['/', 'operations-dashboard'],
  ])('leads to the service whose it is: %s', (url, host) => {
    expect(hostOf(url)).toBe(host);
  });

  it('refuses an encoding that is none', () => {
    expect(hostOf('/%zz')).toBe(400);
  });
});
