import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { leaveDrafts, ownDrafts } from './drafts.js';
import { actAs, onSomebodyElse, refresh, SignedOut, signOut, whoIsSignedIn } from './session-calls.js';
import type { User } from './types.js';

/** Who is signed in; `over`: was, until a moment ago; `unknown`: the server does not answer. */
export type Session =
  | { readonly state: 'asking' | 'out' | 'unknown' }
  | {
      readonly state: 'in' | 'over';
      readonly user: User;
      /** Name of the user whom this page showed before, when another has signed in in this browser. */
      readonly before?: string;
    };

export interface SessionControl {
  readonly session: Session;
  /** The server no longer knows this session. */
  readonly ended: () => void;
  readonly leave: () => void;
}

/** Share of a token's life after which it is refreshed, and seconds to the next attempt when nobody has answered. */
const REFRESH_AFTER = 0.8;
const AGAIN_SECONDS = 10;

/** With a subject: who a page has found signed in. */
type News = 'signed-in' | 'signed-out' | { readonly subject: string };

/** The session of this page. Pages of one browser tell each other when somebody signs in or out. */
export function useSession(): SessionControl {
  const [session, setSession] = useState<Session>({ state: 'asking' });
  const channel = useRef<BroadcastChannel | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const shown = useRef(session);
  shown.current = session;

  const ended = useCallback(() => {
    clearTimeout(timer.current);
    setSession((now) =>
      now.state === 'in' ? { state: 'over', user: now.user } : ({ ...now, state: 'out' } as Session),
    );
  }, []);

  /** Whoever is signed in, the page shows and acts as, and so do the other pages. */
  const take = useCallback((user: User) => {
    ownDrafts(user.subject);
    actAs(user.subject);
    setSession((now) => enter(now, user));
    channel.current?.postMessage({ subject: user.subject } satisfies News);
  }, []);

  /** Before the token ends, so that calls and the live stream go on with the next one. */
  const keepAlive = useCallback(
    (seconds: number) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        refresh().then(
          (user) => {
            take(user);
            keepAlive(user.expiresIn * REFRESH_AFTER);
          },
          (error: unknown) => {
            if (error instanceof SignedOut) ended();
            else keepAlive(AGAIN_SECONDS);
          },
        );
      }, seconds * 1_000);
    },
    [ended, take],
  );

  const ask = useCallback(async (): Promise<void> => {
    try {
      const user = await whoIsSignedIn();
      take(user);
      keepAlive(user.expiresIn * REFRESH_AFTER);
    } catch (error) {
      const out = error instanceof SignedOut;
      setSession({ state: out ? 'out' : 'unknown' });
      clearTimeout(timer.current);
      if (!out) timer.current = setTimeout(() => void ask(), AGAIN_SECONDS * 1_000);
    }
  }, [keepAlive, take]);

  /** Without a word when nothing has changed, or nobody answers. */
  const look = useCallback(() => {
    whoIsSignedIn().then(take, (error: unknown) => {
      if (error instanceof SignedOut) ended();
    });
  }, [ended, take]);

  const leave = useCallback(() => {
    clearTimeout(timer.current);
    signOut().then(
      (next) => {
        leaveDrafts();
        channel.current?.postMessage('signed-out' satisfies News);
        location.assign(next);
      },
      // The network is down: the session is still there, and the button too.
      () => undefined,
    );
  }, []);

  useEffect(() => {
    const opened = new BroadcastChannel('serap.session');
    channel.current = opened;
    opened.onmessage = ({ data }: MessageEvent<News>) => {
      if (data === 'signed-in') void ask();
      else if (data !== 'signed-out') {
        if (!shows(shown.current, data.subject)) void ask();
      } else {
        leaveDrafts();
        setSession({ state: 'out' });
      }
    };
    return () => {
      clearTimeout(timer.current);
      opened.close();
    };
  }, [ask]);
  useEffect(() => {
    void ask();
  }, [ask]);
  useEffect(() => {
    onSomebodyElse(take);
    addEventListener('focus', look);
    return () => {
      removeEventListener('focus', look);
    };
  }, [look, take]);
  return { session, ended, leave };
}

function enter(now: Session, user: User): Session {
  const known = now.state === 'in' || now.state === 'over' ? now : undefined;
  if (!known || known.user.subject === user.subject) return { ...known, state: 'in', user };
  return { state: 'in', user, before: known.user.name };
}

function shows(session: Session, subject: string): boolean {
  return session.state === 'in' && session.user.subject === subject;
}

/** Tells the other pages of this browser that somebody has signed in here. */
export function tellSignedIn(): void {
  const channel = new BroadcastChannel('serap.session');
  channel.postMessage('signed-in' satisfies News);
  channel.close();
}
