import { useCallback, useMemo } from 'preact/hooks';
import type { PageProps } from '../page-props.js';
import { useHash } from '../parts/use-hash.js';
import { useFollowed } from '../parts/use-followed.js';
import { Tasks } from '../tasks/tasks.js';
import { Say } from '../words/say.js';
import { AgreementList } from './agreement-list.js';
import { AgreementPage } from './agreement-page.js';
import { loadAgreements } from './data.js';
import { headlineOf } from './headline.js';
import { OpenForm } from './open-form.js';
import { AGREEMENTS_WORDS } from './both-languages.js';

/** Roles that the service shows agreements to. */
const READERS = new Set(['agreement-officer', 'partner-intake', 'registry-officer', 'operations', 'platform']);

/** The agreements of a region, or the one that the address names. */
export function AgreementsPage({ language, user, ended }: PageProps) {
  const words = AGREEMENTS_WORDS[language];
  const chosen = useHash();
  const load = useCallback(() => loadAgreements(chosen), [chosen]);
  const [data, again] = useFollowed(load, ended);
  const say = useMemo(() => new Say(language, data?.regions ?? {}), [language, data?.regions]);
  if (user && !user.roles.some((role) => READERS.has(role))) {
    return (
      <main>
        <h1>{words.onlyParties}</h1>
      </main>
    );
  }
  // What was read for another address is not what this one asks for.
  if (!data || (data.dossier && data.dossier.file.id !== chosen)) {
    return (
      <main>
        <p class="muted">{say.words.head.loading}</p>
      </main>
    );
  }
  if (data.dossier) {
    return (
      <AgreementPage
        key={chosen}
        dossier={data.dossier}
        now={data.now}
        context={{
          say,
          words,
          ...rightsOf(user, data.dossier.file),
          changed: again,
          ended,
        }}
      />
    );
  }
  return (
    <main class="agreements">
      <h1>{headlineOf(data.agreements, say, words)}</h1>
      {chosen !== '' && <p class="mark unsold">{words.unknown}</p>}
      {data.agreements.length === 0 && <p class="muted">{words.head.noneNext}</p>}
      <Tasks tasks={data.tasks} counts={data.taskCounts} say={say} acting={{ user, changed: again, ended }} />
      {mayOpen(user) && <OpenForm say={say} words={words} ended={ended} />}
      <AgreementList agreements={data.agreements} say={say} words={words} />
    </main>
  );
}

/** An officer opens agreements for the own region. */
function mayOpen(user: PageProps['user']): boolean {
  return user?.roles.includes('agreement-officer') ?? false;
}

/** While nobody can tell who is signed in, the service decides. */
function rightsOf(
  user: PageProps['user'],
  { origin, partner }: { readonly origin: string; readonly partner: string },
): { readonly mayWrite: boolean; readonly mayRecord: boolean } {
  if (!user) return { mayWrite: true, mayRecord: true };
  const officer = user.roles.includes('agreement-officer');
  const mayWrite = officer && user.region === origin;
  return { mayWrite, mayRecord: mayWrite || (officer && user.region === partner) };
}
