import { useCallback, useMemo } from 'preact/hooks';
import { localDateAt } from '#kernel/local-date.js';
import type { PageProps } from '../page-props.js';
import { Uploads } from '../parts/uploads.js';
import { useAnchor } from '../parts/use-hash.js';
import { useFollowed } from '../parts/use-followed.js';
import { Tasks } from '../tasks/tasks.js';
import { Say } from '../words/say.js';
import { Answer } from './answer.js';
import { loadRegistry } from './data.js';
import { Earnings } from './earnings.js';
import { Endings } from './endings.js';
import { Lots } from './lots.js';
import { Offers } from './offers.js';
import { Records } from './records.js';
import { Search } from './search.js';
import { Statements } from './statements.js';
import { REGISTRY_WORDS } from './both-languages.js';

/** The page of a registry officer, and of a cooperative with what is its own: who sells, why or why not, and for how much. */
export function RegistryPage({ language, user, ended }: PageProps) {
  const words = REGISTRY_WORDS[language];
  const region = user?.region ?? '';
  const cooperative = user?.roles.includes('cooperative') ?? false;
  const officer = user?.roles.includes('registry-officer') ?? false;
  const load = useCallback(() => loadRegistry(region, cooperative), [region, cooperative]);
  const [data, again] = useFollowed(load, ended);
  useAnchor(data !== undefined);
  const say = useMemo(() => new Say(language, data?.regions ?? {}), [language, data?.regions]);
  if (user && !officer && !cooperative) {
    return (
      <main>
        <h1>{words.onlyRegistry}</h1>
      </main>
    );
  }
  if (!data) {
    return (
      <main>
        <p class="muted">{say.words.head.loading}</p>
      </main>
    );
  }
  return (
    <main class="registry">
      <Answer data={data} cooperative={cooperative} region={region} say={say} words={words} />
      <Tasks tasks={data.tasks} counts={data.taskCounts} say={say} acting={{ user, changed: again, ended }} />
      <Offers data={data} region={region} say={say} words={words} changed={again} ended={ended} />
      {data.own && (
        <section aria-labelledby="statements">
          <h2 id="statements">{words.statements.heading}</h2>
          <Statements
            seller={data.own}
            today={localDateAt(new Date(data.summary.clock.now), region)}
            say={say}
            words={words}
            changed={again}
            ended={ended}
          />
        </section>
      )}
      <Search data={data} officer={officer} say={say} words={words} ended={ended} />
      {officer && (
        <Records
          today={localDateAt(new Date(data.summary.clock.now), region)}
          say={say}
          words={words}
          changed={again}
          ended={ended}
        />
      )}
      <Lots lots={data.lots} say={say} words={words} changed={again} ended={ended} />
      <Uploads path="/api/registry/uploads" say={say} words={words.uploads} placed={again} ended={ended} />
      <Earnings data={data} region={region} say={say} words={words} />
      <Endings data={data} officer={officer} say={say} words={words} changed={again} ended={ended} />
    </main>
  );
}
