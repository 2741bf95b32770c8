import { useCallback, useMemo } from 'preact/hooks';
import type { PageProps } from '../page-props.js';
import { lazy } from '../parts/lazy.js';
import { Uploads } from '../parts/uploads.js';
import { useFollowed } from '../parts/use-followed.js';
import { Tasks } from '../tasks/tasks.js';
import { Say } from '../words/say.js';
import { loadIntake, type IntakeData } from './data.js';
import { MyOrders } from './my-orders.js';
import { OrderForm } from './order-form.js';
import { INTAKE_WORDS } from './both-languages.js';

const OfPartner = lazy(async () => (await import('../technical/of-partner.js')).OfPartner);

/** A partner's page: what may be ordered now, the order form, files of orders, and what became of its orders. */
export function IntakePage({ language, user, ended }: PageProps) {
  const words = INTAKE_WORDS[language];
  const region = user?.region ?? '';
  const load = useCallback(() => loadIntake(region), [region]);
  const [data, again] = useFollowed(load, ended);
  const say = useMemo(() => new Say(language, data?.regions ?? {}), [language, data?.regions]);
  if (user && !user.roles.includes('partner-intake')) {
    return (
      <main>
        <h1>{words.onlyPartners}</h1>
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
    <main class="intake">
      <h1>{headline(data, say, words)}</h1>
      <Tasks tasks={data.tasks} counts={data.taskCounts} say={say} acting={{ user, changed: again, ended }} />
      {data.offers.length === 0 ? (
        <p class="muted">{words.noOffersNext}</p>
      ) : (
        <OrderForm data={data} region={region} say={say} words={words} placed={again} ended={ended} />
      )}
      <MyOrders data={data} region={region} user={user} say={say} words={words} changed={again} ended={ended} />
      <Uploads path="/api/orders/uploads" say={say} words={words.uploads} placed={again} ended={ended} />
      <OfPartner user={user} offers={data.offers} now={data.now} say={say} ended={ended} />
    </main>
  );
}

function headline({ offers }: IntakeData, say: Say, words: (typeof INTAKE_WORDS)['id']): string {
  const open = offers.filter(({ most }) => most > 0);
  if (offers.length === 0) return words.noOffers;
  if (open.length === 0) return words.nothingLeft;
  return words.mayOrder(
    say.list(open.map(({ most, unit, commodity }) => `${say.exact(most, unit)} ${say.commodity(commodity)}`)),
  );
}
