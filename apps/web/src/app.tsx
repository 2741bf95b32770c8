import { useEffect, useMemo, useState } from 'preact/hooks';
import { useSession } from './api/session.js';
import type { User } from './api/types.js';
import { PAGES, pageAt, type PageRoute } from './pages.js';
import { Away } from './parts/away.js';
import { Patterns } from './parts/patterns.js';
import { titlePage } from './parts/title.js';
import { answerIn } from './api/session-calls.js';
import { rememberedLanguage, rememberLanguage } from './parts/settings.js';
import { FIRST_PAGE, isBeside, SignedInBeside, SignIn, SignInAgain } from './sign-in.js';
import { Say } from './words/say.js';
import type { Language } from './words/words.js';

/** The frame of every page: language, session, and the way to the other pages. */
export function App() {
  const [language, setLanguage] = useState(rememberedLanguage);
  const { session, ended, leave } = useSession();
  const say = useMemo(() => new Say(language, {}), [language]);
  const page = pageAt(location.pathname) ?? PAGES[0];
  const user = session.state === 'in' || session.state === 'over' ? session.user : undefined;

  useEffect(() => {
    document.documentElement.lang = language;
    answerIn(language);
    titlePage(`${say.words.name} · ${say.words.pages[page?.name ?? 'operations']}`);
  }, [language, say, page]);
  useEffect(() => {
    if (session.state === 'in' && location.hash === FIRST_PAGE) goToOwnPage(session.user);
  }, [session]);

  return (
    <>
      <Patterns />
      <nav>
        <a class="brand" href="/">
          {say.words.name}
        </a>
        <PageLinks here={page} user={user} say={say} />
        <Languages
          language={language}
          choose={(next) => {
            rememberLanguage(next);
            setLanguage(next);
          }}
        />
        {user && session.state === 'in' && (
          <>
            <small class="who muted">{say.who(user)}</small>
            <button type="button" class="quiet" onClick={leave}>
              {say.words.sign.out}
            </button>
          </>
        )}
      </nav>
      {session.state === 'in' && session.before !== undefined && (
        <p class="changed" role="alert">
          {say.words.sign.changed(session.user.name, session.before)}
        </p>
      )}
      {session.state === 'out' && <SignIn say={say} />}
      {session.state === 'over' && <SignInAgain say={say} />}
      {session.state === 'in' && isBeside() && <SignedInBeside say={say} />}
      {session.state === 'in' && !isBeside() && <Away say={say} />}
      {(user !== undefined || session.state === 'unknown') && page && !isBeside() && (
        <div hidden={session.state === 'over'}>
          <page.Page key={user?.subject} language={language} user={user} ended={ended} />
        </div>
      )}
    </>
  );
}

/** Who has just signed in on the first page, which is everybody's, goes on to the page of its daily work. */
function goToOwnPage({ roles: held }: User): void {
  const own = PAGES.find(({ roles }) => roles.some((role) => held.includes(role)));
  if (own && own.path !== '/') location.replace(own.path);
  else history.replaceState(null, '', '/');
}

/** The pages of the user's roles, and the operations page, which is everybody's. */
function PageLinks({ here, user, say }: { here: PageRoute | undefined; user: User | undefined; say: Say }) {
  const mine = PAGES.filter(
    ({ path, roles }) => path === '/' || !user || roles.some((role) => user.roles.includes(role)),
  );
  if (mine.length < 2) return null;
  return (
    <ul class="pages">
      {mine.map(({ path, name }) => (
        <li key={path}>
          <a href={path} aria-current={path === here?.path ? 'page' : undefined}>
            {say.words.pages[name]}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Languages({ language, choose }: { readonly language: Language; readonly choose: (next: Language) => void }) {
  return (
    <div class="languages" role="group" aria-label="Bahasa / Language">
      {(['id', 'en'] as const).map((code) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-label={code === 'id' ? 'Bahasa Indonesia' : 'English'}
          aria-pressed={language === code}
          onClick={() => {
            choose(code);
          }}
        >
          {code.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
