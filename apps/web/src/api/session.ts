import { useCallback, useEffect, useState } from 'preact/hooks';
import { SessionKeeper, type Session } from './session-keeper.js';

export interface SessionControl {
  readonly session: Session;
  /** The server no longer knows this session. */
  readonly ended: () => void;
  readonly leave: () => void;
}

/** The session of this page. Both functions stay the same while it is shown. */
export function useSession(): SessionControl {
  const [session, setSession] = useState<Session>({ state: 'asking' });
  const [keeper] = useState(() => new SessionKeeper(setSession));
  useEffect(() => {
    const look = () => {
      keeper.look();
    };
    addEventListener('focus', look);
    const stop = keeper.start();
    return () => {
      removeEventListener('focus', look);
      stop();
    };
  }, [keeper]);
  const ended = useCallback(() => {
    keeper.end();
  }, [keeper]);
  const leave = useCallback(() => {
    keeper.leave();
  }, [keeper]);
  return { session, ended, leave };
}
