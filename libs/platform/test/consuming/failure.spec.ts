import { describe, expect, it } from 'vitest';
import { QueryFailedError, QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { MalformedEvent } from '#contracts/cloud-events.js';
import { InvalidEvent } from '#contracts/validate-event.js';
import { DomainError } from '#kernel/domain-error.js';
import { LogUnavailable } from '#event-log/log/event-log.js';
import { sortFailure } from '#platform/consuming/failure.js';

const withCode = (code: string) => Object.assign(new Error(code), { code });
const typeorm = (code: string) => new QueryFailedError('SELECT', [], withCode(code));
const caused = (error: Error, cause: Error) => Object.assign(error, { cause });
const endless = () => {
  const error = new Error('x');
  return caused(error, error);
};

describe('sorting failures', () => {
  it.each([
    ['bytes that are no event', new MalformedEvent('x'), 'poison'],
    ['data that break the contract', new InvalidEvent('x'), 'poison'],
    ['a refusal of the domain', new DomainError('CONFLICT'), 'poison'],
    ['a data exception', withCode('22003'), 'poison'],
    ['a broken constraint', typeorm('23505'), 'poison'],
    ['a lost connection', typeorm('08006'), 'outage'],
    ['a deadlock', typeorm('40P01'), 'outage'],
    ['a serialization failure', withCode('40001'), 'outage'],
    ['a full disk', withCode('53100'), 'outage'],
    ['a server that shuts down', withCode('57P01'), 'outage'],
    ['a refused connection', withCode('ECONNREFUSED'), 'outage'],
    ['a refused connection on both addresses', new AggregateError([withCode('ECONNREFUSED')]), 'outage'],
    ['a cut connection', new Error('Connection terminated unexpectedly'), 'outage'],
    ['a pool without a free connection', new Error('timeout exceeded when trying to connect'), 'outage'],
    ['broker trouble', Object.assign(new Error('x'), { name: 'KafkaJSConnectionError' }), 'outage'],
    ['a log that cannot be read now', new LogUnavailable('x'), 'outage'],
    ['a transaction that took too long', typeorm('25P04'), 'outage'],
    ['a transaction that was idle for too long', withCode('25P03'), 'outage'],
    ['a server that takes no writes now', withCode('25006'), 'outage'],
    ['a lock that could not be had', typeorm('55P03'), 'outage'],
    ['a disk that fails', withCode('58030'), 'outage'],
    ['a runner whose connection was lost', new QueryRunnerProviderAlreadyReleasedError(), 'outage'],
    ['a runner that was released', new QueryRunnerAlreadyReleasedError(), 'outage'],
    ['a server that fell silent', new Error('Connection terminated: the server was silent for 20000 ms'), 'outage'],
    ['an outage behind other errors', new Error('x', { cause: new Error('y', { cause: typeorm('08006') }) }), 'outage'],
    ['an outage that a handler took for a refusal', caused(new DomainError('CONFLICT'), typeorm('25P04')), 'outage'],
    ['a socket that is not there', Object.assign(withCode('ENOENT'), { syscall: 'connect' }), 'outage'],
    ['a file that is not there', Object.assign(withCode('ENOENT'), { syscall: 'open' }), 'bug'],
    ['a chain of causes without an end', endless(), 'bug'],
    ['a missing table', typeorm('42P01'), 'bug'],
    ['a transaction that ended unseen', withCode('25P02'), 'bug'],
    ['a programming error', new TypeError('x'), 'bug'],
    ['something thrown that is no error', 'text', 'bug'],
  ])('takes %s for what it is', (_, error, kind) => {
    expect(sortFailure(error)).toBe(kind);
  });
});
