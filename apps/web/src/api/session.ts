import { useCallback, useEffect, useState } from 'preact/hooks';
import { get, SignedOut, signOut } from './client.js';
import type { User } from './types.js';

/** Who is signed in; `unknown` where an identity provider keeps that to itself. */
export type Session = { readonly state: 'asking' | 'out' | 'unknown' } | { readonly state: 'in'; readonly user: User };

export interface SessionControl {
  readonly session: Session;
  /** Asks again: somebody has signed in. */
  readonly renew: () => void;
  /** The server no longer knows this session. */
  readonly ended: () => void;
  readonly leave: () => void;
}

/** The session of this page. An answer other than 401 leaves it to the calls to find out. */
export function useSession(): SessionControl {
  const [session, setSession] = useState<Session>({ state: 'asking' });
  const renew = useCallback(() => {
    get<User>('/auth/me').then(
      (user) => {
        setSession({ state: 'in', user });
      },
      (error: unknown) => {
        setSession({ state: error instanceof SignedOut ? 'out' : 'unknown' });
      },
    );
  }, []);
  const ended = useCallback(() => {
    setSession({ state: 'out' });
  }, []);
  const leave = useCallback(() => {
    void signOut().finally(ended);
  }, [ended]);
  useEffect(renew, [renew]);
  return { session, renew, ended, leave };
}
