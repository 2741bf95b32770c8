import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDatabaseAddress } from '#postgres/address.js';
import { LogConfig, MigrationConfig, readConfig, ServiceConfig } from '#platform/context/config.js';

const valid = {
  SERAP_DATABASE_URL: 'postgresql://u:secret@127.0.0.1:5432/db',
  SERAP_LOG_URL: 'postgresql://u:secret@127.0.0.1:5432/log',
  SERAP_TOKEN_ISSUER: 'https://issuer.example',
  SERAP_TOKEN_KEYS_URL: 'http://127.0.0.1:3000/jwks.json',
  SERAP_PERSONAL_DATA_KEY: 'a'.repeat(64),
};

describe('a secret', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'serap-config-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const file = (name: string, content: string): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  it.each(['SERAP_DATABASE_URL', 'SERAP_LOG_URL', 'SERAP_PERSONAL_DATA_KEY'] as const)(
    'comes from a file too, without the line feed at its end: %s',
    (name) => {
      const { [name]: content, ...rest } = valid;
      const config = readConfig(ServiceConfig, { ...rest, [`${name}_FILE`]: file(name, `${content}\n`) });
      expect(config[name]).toBe(content);
    },
  );

  it('is wrong twice over, and out of a file that is not there, by name', () => {
    const env = {
      ...valid,
      SERAP_DATABASE_URL_FILE: file('url', 'x'),
      SERAP_PERSONAL_DATA_KEY_FILE: join(folder, 'no'),
    };
    expect(() => readConfig(ServiceConfig, env)).toThrow(
      /SERAP_DATABASE_URL_FILE \(SERAP_DATABASE_URL is set too\); SERAP_PERSONAL_DATA_KEY_FILE \(names no readable file\)/,
    );
  });

  it('is never told from what is no secret by a name alone', () => {
    expect(() =>
      readConfig(ServiceConfig, { ...valid, SERAP_PORT: '', SERAP_PORT_FILE: file('port', '1') }),
    ).not.toThrow();
    expect(readConfig(ServiceConfig, { ...valid, SERAP_PORT_FILE: file('port', '1') }).SERAP_PORT).toBe(3000);
  });

  it.each(['p/+#@:?&=%41 w', 'rahasia', '\'"$\\'])('may be any password: %s', (password) => {
    const config = readConfig(ServiceConfig, {
      ...valid,
      SERAP_DATABASE_URL: 'postgresql://serap@db-1:5432,db-2:5433/serap_routing?sslmode=require',
      SERAP_DATABASE_PASSWORD_FILE: file('password', `${password}\n`),
    });
    expect(parseDatabaseAddress(config.SERAP_DATABASE_URL)).toMatchObject({ user: 'serap', password });
  });

  it('that a database address has already is kept', () => {
    const config = readConfig(ServiceConfig, { ...valid, SERAP_DATABASE_PASSWORD: 'other' });
    expect(config.SERAP_DATABASE_URL).toBe(valid.SERAP_DATABASE_URL);
  });
});

const PEM = '-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----';

describe('a command', () => {
  it('of migrations needs a database, and neither issuer nor data key', () => {
    expect(() => readConfig(MigrationConfig, { SERAP_DATABASE_URL: valid.SERAP_DATABASE_URL })).not.toThrow();
    expect(() => readConfig(MigrationConfig, { SERAP_MIGRATION_DATABASE_URL: valid.SERAP_DATABASE_URL })).not.toThrow();
    expect(() => readConfig(MigrationConfig, {})).toThrow(
      'SERAP_DATABASE_URL (missing; A database address has the form postgresql://',
    );
  });

  it('of topics needs the log alone', () => {
    expect(() => readConfig(LogConfig, { SERAP_LOG: 'kafka', SERAP_KAFKA_BROKERS: 'kafka:9092' })).not.toThrow();
    expect(() => readConfig(LogConfig, { SERAP_LOG: 'kafka' })).toThrow('SERAP_KAFKA_BROKERS');
  });

  it.each<[string, Record<string, string>, string]>([
    ['a user without a way to sign in', { SERAP_KAFKA_USER: 'u', SERAP_KAFKA_PASSWORD: 'p' }, 'SERAP_KAFKA_USER (only'],
    [
      'a way to sign in without a password',
      { SERAP_KAFKA_SASL: 'scram-sha-512', SERAP_KAFKA_USER: 'u' },
      'SERAP_KAFKA_SASL',
    ],
    ['a certificate without TLS', { SERAP_KAFKA_CA: PEM }, 'SERAP_KAFKA_CA (only with SERAP_KAFKA_TLS=yes'],
    ['a path instead of a certificate', { SERAP_KAFKA_TLS: 'yes', SERAP_KAFKA_CA: '/ca.pem' }, 'SERAP_KAFKA_CA (PEM'],
    [
      'a certificate without its key',
      { SERAP_KAFKA_TLS: 'yes', SERAP_KAFKA_CERTIFICATE: PEM },
      'SERAP_KAFKA_CERTIFICATE (together',
    ],
    [
      'a password that all may read on its way',
      { SERAP_KAFKA_SASL: 'plain', SERAP_KAFKA_USER: 'u', SERAP_KAFKA_PASSWORD: 'rahasia' },
      'SERAP_KAFKA_SASL (`plain` beyond this machine only with SERAP_KAFKA_TLS=yes',
    ],
  ])('of topics is refused %s, by the name of the setting', (_, settings, words) => {
    const read = () => readConfig(LogConfig, { SERAP_LOG: 'kafka', SERAP_KAFKA_BROKERS: 'kafka:9092', ...settings });
    expect(read).toThrow(words);
    expect(read).not.toThrow('rahasia');
  });

  it('of topics takes a password on this machine, and any way in by TLS', () => {
    const user = { SERAP_KAFKA_SASL: 'plain', SERAP_KAFKA_USER: 'u', SERAP_KAFKA_PASSWORD: 'p' };
    for (const more of [
      { SERAP_KAFKA_BROKERS: '127.0.0.1:9092,localhost:9093' },
      { SERAP_KAFKA_TLS: 'yes', SERAP_KAFKA_CA: PEM },
    ]) {
      expect(() =>
        readConfig(LogConfig, { SERAP_LOG: 'kafka', SERAP_KAFKA_BROKERS: 'kafka:9092', ...user, ...more }),
      ).not.toThrow();
    }
  });

  it('has a level of log that exists', () => {
    expect(() => readConfig(ServiceConfig, { ...valid, SERAP_LOG_LEVEL: 'loud' })).toThrow(
      'SERAP_LOG_LEVEL (`fatal` or `error` or',
    );
    expect(readConfig(ServiceConfig, { ...valid, SERAP_LOG_LEVEL: '' }).SERAP_LOG_LEVEL).toBe('info');
  });
});

describe('a refusal', () => {
  const refusal = (settings: Record<string, string>): string => {
    try {
      readConfig(ServiceConfig, { ...valid, ...settings });
      return 'none';
    } catch (error) {
      return (error as Error).message;
    }
  };

  it.each([
    ['SERAP_PORT', 'ninety', 'whole number from 0 to 65,535'],
    ['SERAP_PERSONAL_DATA_KEY', 'abc', 'text that matches `^[0-9a-f]{64}$`'],
    ['SERAP_TRUSTED_PROXIES', 'front', 'addresses and networks with commas between them'],
    ['SERAP_DATABASE_URL', 'mysql://u@h/d', 'A database address has the form postgresql://'],
    ['SERAP_DATABASE_URL', 'postgresql://u:rahasia@h', 'A database address names a user, a host and a database: '],
    ['SERAP_DATABASE_URL', 'postgresql://u:rahasia@h/d?sslmode=prefer', 'sslmode of a database address is disable, '],
  ])('says of %s what it may be, and nothing of its value: %s', (name, value, words) => {
    expect(refusal({ [name]: value })).toContain(`: ${name} (${words}`);
    expect(refusal({ [name]: value })).not.toMatch(/rahasia|ninety|front/);
  });

  it('says what is missing', () => {
    expect(refusal({ SERAP_LOG: 'kafka' })).toContain('SERAP_KAFKA_BROKERS (missing; text)');
  });

  it('names a password without the address it belongs to, where it would be read', () => {
    const { SERAP_DATABASE_URL: url, ...rest } = valid;
    const password = { SERAP_DATABASE_PASSWORD: 'rahasia' };
    const words = 'SERAP_DATABASE_PASSWORD (needs SERAP_DATABASE_URL, which is not set)';
    expect(() => readConfig(ServiceConfig, { ...rest, ...password })).toThrow(words);
    const migration = { SERAP_DATABASE_URL: url, SERAP_MIGRATION_DATABASE_PASSWORD: 'rahasia' };
    expect(() => readConfig(MigrationConfig, migration)).toThrow('SERAP_MIGRATION_DATABASE_PASSWORD (needs');
    expect(() => readConfig(LogConfig, { ...rest, ...password })).not.toThrow();
  });
});
