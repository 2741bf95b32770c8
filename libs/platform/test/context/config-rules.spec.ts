import { describe, expect, it } from 'vitest';
import { readConfig, ServiceConfig } from '#platform/context/config.js';

const VALID = {
  SERAP_DATABASE_URL: 'postgresql://u@127.0.0.1:5432/db',
  SERAP_LOG_URL: 'postgresql://u@127.0.0.1:5432/log',
  SERAP_TOKEN_ISSUER: 'https://masuk.example/realms/serap',
  SERAP_PERSONAL_DATA_KEY: 'a'.repeat(64),
};
const read = (settings: Record<string, string>) => () => readConfig(ServiceConfig, { ...VALID, ...settings });

describe('what belongs to the embedded run', () => {
  it.each([
    ['SERAP_TOKEN_ISSUER', 'http://127.0.0.1:3000/embedded-issuer'],
    ['SERAP_SIMULATED_CLOCK', 'yes'],
  ])('is refused by name without SERAP_EMBEDDED=yes, whatever NODE_ENV says: %s', (name, value) => {
    expect(read({ [name]: value })).toThrow(`: ${name} (only with SERAP_EMBEDDED=yes)`);
    expect(read({ [name]: value, NODE_ENV: 'development' })).toThrow(`: ${name} (only with SERAP_EMBEDDED=yes)`);
    expect(read({ [name]: value, SERAP_EMBEDDED: 'yes', NODE_ENV: 'production' })).not.toThrow();
  });

  it.each(['0.0.0.0', '::', '10.0.0.7', 'serap.example', '127.0.0.1.example.com'])(
    'is not to be reached by others: SERAP_EMBEDDED=yes is refused where the service listens on %s',
    (host) => {
      expect(read({ SERAP_EMBEDDED: 'yes', SERAP_HOST: host })).toThrow(
        'SERAP_EMBEDDED (`yes` only where SERAP_HOST is',
      );
      expect(read({ SERAP_HOST: host })).not.toThrow();
    },
  );
});

describe('the addresses of the issuer', () => {
  it.each([
    'https://masuk.example',
    'http://localhost:8080/realms/serap',
    'http://127.0.0.1:8080',
    'http://[::1]:8080',
  ])('browsers may be sent to %s', (issuer) => {
    expect(read({ SERAP_TOKEN_ISSUER: issuer })).not.toThrow();
  });

  it.each(['http://masuk.example', 'http://localhost.example', 'urn:issuer', 'masuk.example', ''])(
    'browsers are not sent to %p, whatever the services may do',
    (issuer) => {
      expect(read({ SERAP_TOKEN_ISSUER: issuer, SERAP_ISSUER_PLAIN_HTTP: 'yes' })).toThrow(
        /SERAP_TOKEN_ISSUER \((missing; )?address that begins with `https:\/\/`, or with `http:\/\/` on this machine\)/,
      );
    },
  );

  it.each(['SERAP_ISSUER_INTERNAL_URL', 'SERAP_TOKEN_KEYS_URL'])(
    'services reach it by plain http beyond this machine only where that is said: %s',
    (name) => {
      expect(read({ [name]: 'http://keycloak:8080/realms/serap' })).toThrow(name);
      expect(read({ [name]: 'http://keycloak:8080/realms/serap', SERAP_ISSUER_PLAIN_HTTP: 'yes' })).not.toThrow();
      expect(read({ [name]: 'https://keycloak:8443/realms/serap' })).not.toThrow();
      expect(read({ [name]: 'keycloak', SERAP_ISSUER_PLAIN_HTTP: 'yes' })).toThrow(name);
    },
  );
});
