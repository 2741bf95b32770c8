import { useEffect, useMemo, useState } from 'preact/hooks';
import { signOut } from './api/client.js';
import { watch, type Live } from './api/live.js';
import { OperationsPage } from './operations/page.js';
import type { Freshness } from './operations/status-line.js';
import { Patterns } from './parts/patterns.js';
import { rememberedLanguage, rememberLanguage } from './parts/settings.js';
import { SignIn } from './sign-in.js';
import { Say } from './words/say.js';
import type { Language } from './words/words.js';

/** The page's frame: language, session, and the live data under both. */
export function App() {
  const [language, setLanguage] = useState(rememberedLanguage);
  const [live, setLive] = useState<Live>();
  const [freshness, setFreshness] = useState<Freshness>({ at: 0, streaming: false });
  const [signedOut, setSignedOut] = useState(false);
  const say = useMemo(() => new Say(language, live?.regions ?? {}), [language, live?.regions]);

  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${say.words.name} · ${say.words.title}`;
  }, [language, say]);

  useEffect(() => {
    if (signedOut) return;
    return watch({
      show: setLive,
      fresh: (streaming) => {
        setFreshness({ at: Date.now(), streaming });
      },
      signedOut: () => {
        setSignedOut(true);
      },
    });
  }, [signedOut]);

  const leave = () => {
    void signOut().finally(() => {
      setLive(undefined);
      setSignedOut(true);
    });
  };

  return (
    <>
      <Patterns />
      <nav>
        <span class="brand">{say.words.name}</span>
        <Languages
          language={language}
          choose={(next) => {
            rememberLanguage(next);
            setLanguage(next);
          }}
        />
        {live && !signedOut && (
          <button type="button" class="quiet" onClick={leave}>
            {say.words.sign.out}
          </button>
        )}
      </nav>
      {signedOut && (
        <SignIn
          say={say}
          done={() => {
            setSignedOut(false);
          }}
        />
      )}
      {!signedOut && live && <OperationsPage live={live} freshness={freshness} say={say} />}
      {!signedOut && !live && (
        <main>
          <p class="muted">{say.words.head.loading}</p>
        </main>
      )}
    </>
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
