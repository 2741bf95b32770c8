import { useEffect } from 'preact/hooks';
import { tellSignedIn } from './api/session-keeper.js';
import type { Say } from './words/say.js';

/** Whoever comes back with it has signed in on the first page, and goes on to the own one. */
export const FIRST_PAGE = '#masuk';
/** Whoever comes back with it has signed in again beside a page that waits. */
const BESIDE = '#masuk-lagi';

export function signInPath(back: string): string {
  return `/auth/sign-in?return=${encodeURIComponent(back)}`;
}

/** The way to the identity provider, and back to this page. */
export function SignIn({ say }: { readonly say: Say }) {
  const { sign } = say.words;
  const here = `${location.pathname}${location.search}${location.pathname === '/' ? FIRST_PAGE : location.hash}`;
  return (
    <main class="sign-in">
      <h1>{sign.heading}</h1>
      <p class="muted">{sign.how}</p>
      <a class="primary" href={signInPath(here)}>
        {sign.start}
      </a>
    </main>
  );
}

/**
 * The session is over, and the page waits as it is: one signs in again in a window beside it, so that nothing that was
 * half filled in is lost. Where no window opens, this one is used.
 */
export function SignInAgain({ say }: { readonly say: Say }) {
  const { sign } = say.words;
  const open = () => {
    const beside = window.open(signInPath(`/${BESIDE}`), 'serap-sign-in', 'popup,width=520,height=720');
    if (!beside) location.assign(signInPath(`${location.pathname}${location.search}${location.hash}`));
  };
  return (
    <main class="sign-in">
      <div role="alert">
        <h1>{sign.ended}</h1>
        <p class="muted">{sign.kept}</p>
      </div>
      <button type="button" class="primary" onClick={open}>
        {sign.again}
      </button>
    </main>
  );
}

export function isBeside(): boolean {
  return location.hash === BESIDE;
}

/** The window beside: it has done what it was opened for. */
export function SignedInBeside({ say }: { readonly say: Say }) {
  useEffect(() => {
    tellSignedIn();
    window.close();
  }, []);
  return (
    <main class="sign-in">
      <h1>{say.words.sign.done}</h1>
    </main>
  );
}
