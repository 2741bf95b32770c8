import { describe, expect, it } from 'vitest';
import { MethodNotAllowedException, NotFoundException } from '@nestjs/common';
import { QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { DomainError } from '#kernel/domain-error.js';
import { parseJsonBody } from '#platform/http/json-body.js';
import { toProblem } from '#platform/http/problem.js';
import { KeysUnavailable } from '#platform/access/issuer-keys.js';
import { LogUnavailable } from '#event-log/log/event-log.js';
import { readConfig, ServiceConfig } from '#platform/context/config.js';
import { Shutdown } from '#platform/context/shutdown.js';

describe('a problem', () => {
  it.each<[unknown, number, string]>([
    [new DomainError('QUANTITY_INVALID', { text: 'x' }), 422, 'QUANTITY_INVALID'],
    [new DomainError('NOT_FOUND'), 404, 'NOT_FOUND'],
    [new DomainError('IDEMPOTENCY_KEY_MISSING'), 400, 'IDEMPOTENCY_KEY_MISSING'],
    [new DomainError('ILLEGAL_TRANSITION.closed'), 409, 'ILLEGAL_TRANSITION'],
    [Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), 503, 'UNAVAILABLE'],
    [Object.assign(new Error('x'), { driverError: { code: '57P01' } }), 503, 'UNAVAILABLE'],
    [Object.assign(new Error('x'), { code: '53300' }), 503, 'UNAVAILABLE'],
    [Object.assign(new Error('x'), { driverError: { code: '25P04' } }), 503, 'UNAVAILABLE'],
    [Object.assign(new Error('x'), { code: '55P03' }), 503, 'UNAVAILABLE'],
    [new QueryRunnerProviderAlreadyReleasedError(), 503, 'UNAVAILABLE'],
    [new Error('x', { cause: new Error('Connection terminated unexpectedly') }), 503, 'UNAVAILABLE'],
    [new LogUnavailable('x'), 503, 'UNAVAILABLE'],
    [new Error('x', { cause: new KeysUnavailable('x') }), 503, 'UNAVAILABLE'],
    [Object.assign(new Error('x'), { statusCode: 413 }), 413, 'TOO_LARGE'],
    [Object.assign(new Error('x'), { statusCode: 418 }), 418, 'BAD_REQUEST'],
    [new NotFoundException('Cannot GET /x'), 404, 'NOT_FOUND'],
    [new MethodNotAllowedException('x'), 405, 'METHOD_NOT_ALLOWED'],
    [Object.assign(new Error('duplicate key value violates "orders_pkey"'), { code: '23505' }), 500, 'INTERNAL'],
    ['thrown text', 500, 'INTERNAL'],
    [undefined, 500, 'INTERNAL'],
  ])('of %p is %d %s', (error, status, code) => {
    expect(toProblem(error, 'en')).toMatchObject({ status, code });
  });

  it('tells nothing of the inside', () => {
    const text = JSON.stringify(
      toProblem(Object.assign(new Error('duplicate key value violates "orders_pkey"'), { code: '23505' }), 'en'),
    );
    expect(text).not.toMatch(/orders_pkey|duplicate|23505|stack/);
  });
});

describe('a JSON body', () => {
  it.each<[string, Buffer]>([
    ['empty', Buffer.alloc(0)],
    ['cut short', Buffer.from('{"a":')],
    ['with a byte order mark', Buffer.from('\ufeff{}')],
    ['in UTF-16', Buffer.from('{"a":1}', 'utf16le')],
    ['200,000 levels deep', Buffer.from('[{"a":'.repeat(100_000))],
    ['33 levels deep', Buffer.from('['.repeat(33) + ']'.repeat(33))],
  ])('%s is malformed', (_, body) => {
    expect(() => parseJsonBody(body)).toThrow(expect.objectContaining({ code: 'MALFORMED_JSON' }));
  });

  it('may hold brackets in its texts, and 32 levels', () => {
    const deep = '['.repeat(32) + ']'.repeat(32);
    expect(parseJsonBody(Buffer.from(`"${'[{'.repeat(100)}\\"["`))).toBe(`${'[{'.repeat(100)}"[`);
    expect(() => parseJsonBody(Buffer.from(deep))).not.toThrow();
  });
});

describe('a configuration', () => {
  const valid = {
    SERAP_DATABASE_URL: 'postgresql://u:secret@127.0.0.1:5432/db',
    SERAP_LOG_URL: 'postgresql://u:secret@127.0.0.1:5432/log',
    SERAP_TOKEN_ISSUER: 'http://127.0.0.1:3000',
    SERAP_TOKEN_KEYS_URL: 'http://127.0.0.1:3000/jwks.json',
    SERAP_PERSONAL_DATA_KEY: 'a'.repeat(64),
  };

  it('names every wrong variable and shows no value', () => {
    const wrong = {
      ...valid,
      SERAP_DATABASE_URL: 'mysql://u:secret@h/db',
      SERAP_PORT: '70000',
      SERAP_TOKEN_ISSUER: '',
    };
    const read = (): unknown => readConfig(ServiceConfig, wrong);
    expect(read).toThrow(/SERAP_DATABASE_URL.*SERAP_PORT.*SERAP_TOKEN_ISSUER/);
    expect(read).not.toThrow(/secret|70000/);
  });

  it('wants brokers for Kafka and a database for the PostgreSQL log', () => {
    expect(() => readConfig(ServiceConfig, { ...valid, SERAP_LOG: 'kafka' })).toThrow(/SERAP_KAFKA_BROKERS/);
    expect(readConfig(ServiceConfig, valid)).toMatchObject({
      SERAP_LOG: 'postgres',
      SERAP_PORT: 3000,
      SERAP_HOST: '127.0.0.1',
    });
  });
});

describe('a shutdown', () => {
  it('ends background, then consumers, then clients, whatever fails', async () => {
    const shutdown = new Shutdown();
    const ended: string[] = [];
    shutdown.on('clients', async () => void ended.push('clients'));
    shutdown.on('consumers', () => Promise.reject(new Error('stuck')));
    shutdown.on('background', async () => void ended.push('background'));
    const errors: unknown[] = [];
    await shutdown.run((error) => errors.push(error));
    expect([ended, errors.length]).toEqual([['background', 'clients'], 1]);
  });
});
