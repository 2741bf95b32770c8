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

/** With a subject: who a page has found signed in. */
type News = 'signed-in' | 'signed-out' | { readonly subject: string };

/** Share of a token's life after which it is refreshed, and seconds to the next attempt when nobody has answered. */
const REFRESH_AFTER = 0.8;
const AGAIN_SECONDS = 10;
const CHANNEL = 'serap.session';

/** Keeps the session of one page, and tells the other pages of this browser when somebody signs in or out. */
export class SessionKeeper {
  private session: Session = { state: 'asking' };
  private channel: BroadcastChannel | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param show is told of every change */
  constructor(private readonly show: (session: Session) => void) {}

  /** Asks who is signed in, and keeps it up to date. @returns how to stop */
  start(): () => void {
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = ({ data }: MessageEvent<News>) => {
      this.hear(data);
    };
    this.channel = channel;
    onSomebodyElse((user) => {
      this.take(user);
    });
    void this.ask();
    return () => {
      clearTimeout(this.timer);
      channel.close();
    };
  }

  /** Looks again who is signed in: without a word when nothing has changed, or nobody answers. */
  look(): void {
    whoIsSignedIn().then(
      (user) => {
        this.take(user);
      },
      (error: unknown) => {
        if (error instanceof SignedOut) this.end();
      },
    );
  }

  /** The server no longer knows this session; said again, it is over all the same, with what is half filled. */
  end(): void {
    clearTimeout(this.timer);
    const now = this.session;
    if (now.state !== 'over') this.become(now.state === 'in' ? { state: 'over', user: now.user } : { state: 'out' });
  }

  leave(): void {
    clearTimeout(this.timer);
    signOut().then(
      (next) => {
        leaveDrafts();
        this.channel?.postMessage('signed-out' satisfies News);
        location.assign(next);
      },
      // The network is down: the session is still there, and the button too.
      () => undefined,
    );
  }

  private async ask(): Promise<void> {
    try {
      this.takeWithToken(await whoIsSignedIn());
    } catch (error) {
      const out = error instanceof SignedOut;
      this.become({ state: out ? 'out' : 'unknown' });
      clearTimeout(this.timer);
      if (!out) this.timer = setTimeout(() => void this.ask(), AGAIN_SECONDS * 1_000);
    }
  }

  private hear(news: News): void {
    if (news === 'signed-out') {
      leaveDrafts();
      this.become({ state: 'out' });
    } else if (news === 'signed-in' || !shows(this.session, news.subject)) {
      void this.ask();
    }
  }

  private takeWithToken(user: User): void {
    this.take(user);
    this.refreshAfter(user.expiresIn * REFRESH_AFTER);
  }

  /** Whoever is signed in, the page shows and acts as, and so do the other pages. */
  private take(user: User): void {
    ownDrafts(user.subject);
    actAs(user.subject);
    this.become(enter(this.session, user));
    this.channel?.postMessage({ subject: user.subject } satisfies News);
  }

  /** Before the token ends, so that calls and the live stream go on with the next one. */
  private refreshAfter(seconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      refresh().then(
        (user) => {
          this.takeWithToken(user);
        },
        (error: unknown) => {
          if (error instanceof SignedOut) this.end();
          else this.refreshAfter(AGAIN_SECONDS);
        },
      );
    }, seconds * 1_000);
  }

  private become(session: Session): void {
    this.session = session;
    this.show(session);
  }
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
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('signed-in' satisfies News);
  channel.close();
}
