import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerIn, call } from '../src/api/session-calls.js';
import { SessionKeeper, type Session } from '../src/api/session-keeper.js';

const user = (subject: string, name: string) => ({ subject, name, roles: [], region: '33.02', expiresIn: 60 });
const DARSIH = user('d', 'Darsih');

/** What the server answers by path; a number is a refusal, absent: it does not answer at all. */
let answers: Record<string, object | number | undefined>;
let asked: string[];
let seen: Session[];
let stop: () => void;

function start(): SessionKeeper {
  const keeper = new SessionKeeper((session) => seen.push(session));
  stop = keeper.start();
  return keeper;
}
/** Lets time pass, with all that waits for an answer meanwhile. */
const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1_000);
const now = () => seen.at(-1);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
  [answers, asked, seen] = [{}, [], []];
  vi.spyOn(globalThis, 'fetch').mockImplementation((url) => {
    const path = url as string;
    asked.push(path);
    const answer = answers[path];
    if (answer === undefined) return Promise.reject(new TypeError('the network is down'));
    if (typeof answer === 'number') return Promise.resolve(new Response('', { status: answer }));
    return Promise.resolve(new Response(JSON.stringify(answer)));
  });
});
afterEach(() => {
  stop();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('the session of a page', () => {
  it('is that of who is signed in, and its token is refreshed before it ends', async () => {
    answers = { '/auth/me': DARSIH, '/auth/refresh': DARSIH };
    start();
    await pass(0);
    expect(now()).toEqual({ state: 'in', user: DARSIH });
    await pass(47);
    expect(asked).toEqual(['/auth/me']);
    await pass(1);
    expect(asked).toEqual(['/auth/me', '/auth/refresh']);
    await pass(48);
    expect(asked).toHaveLength(3);
  });

  it('asks for answers in the language that the page shows', async () => {
    answers = { '/auth/me': DARSIH, '/api/orders': {} };
    start();
    await pass(0);
    answerIn('en');
    await call('/api/orders', { headers: {} });
    answerIn('id');
    const languages = vi
      .mocked(fetch)
      .mock.calls.map(([, request]) => new Headers(request?.headers).get('accept-language'));
    expect(languages).toEqual(['id', 'en']);
  });

  it('is out where nobody is signed in', async () => {
    answers = { '/auth/me': 401, '/auth/refresh': 401 };
    start();
    await pass(0);
    expect(now()).toEqual({ state: 'out' });
  });

  it('is unknown while the server does not answer, and asked for again', async () => {
    start();
    await pass(0);
    expect(now()).toEqual({ state: 'unknown' });
    answers = { '/auth/me': DARSIH };
    await pass(10);
    expect(now()).toMatchObject({ state: 'in' });
  });

  it('is over, with its user still shown, when it could not be refreshed', async () => {
    answers = { '/auth/me': DARSIH, '/auth/refresh': 401 };
    start();
    await pass(0);
    await pass(48);
    expect(now()).toEqual({ state: 'over', user: DARSIH });
  });

  it('stays over, with what is half filled, however often somebody looks', async () => {
    answers = { '/auth/me': DARSIH, '/auth/refresh': 401 };
    const keeper = start();
    await pass(48);
    answers = { '/auth/me': 401, '/auth/refresh': 401 };
    keeper.look();
    await pass(0);
    keeper.end();
    expect(now()).toEqual({ state: 'over', user: DARSIH });
  });

  it('goes on while the network is away: the token is asked for again', async () => {
    answers = { '/auth/me': DARSIH };
    start();
    await pass(0);
    await pass(48 + 10);
    expect(asked.filter((path) => path === '/auth/refresh')).toHaveLength(2);
    expect(now()).toMatchObject({ state: 'in' });
  });

  it('of somebody else says who was shown before', async () => {
    answers = { '/auth/me': DARSIH };
    const keeper = start();
    await pass(0);
    answers = { '/auth/me': user('k', 'Karsono') };
    keeper.look();
    await pass(0);
    expect(now()).toMatchObject({ state: 'in', user: { name: 'Karsono' }, before: 'Darsih' });
  });
});
