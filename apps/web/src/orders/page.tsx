import { may } from '../api/rights.js';
import type { PageProps } from '../page-props.js';
import { useHash } from '../parts/use-hash.js';
import { Say } from '../words/say.js';
import { ORDERS_WORDS } from './both-languages.js';
import { OrderList } from './order-list.js';
import { OrderPage } from './order-page.js';

/** The orders of a region, or the one that the address names. */
export function OrdersPage({ language, user, ended }: PageProps) {
  const words = ORDERS_WORDS[language];
  const chosen = useHash();
  if (user && !may(user, 'orders:read')) {
    return (
      <main>
        <h1>{words.onlyParties}</h1>
      </main>
    );
  }
  if (!user) {
    return (
      <main>
        <p class="muted">{new Say(language, {}).words.head.loading}</p>
      </main>
    );
  }
  const shared = { language, user, words, ended };
  return chosen === '' ? <OrderList {...shared} /> : <OrderPage key={chosen} id={chosen} {...shared} />;
}
