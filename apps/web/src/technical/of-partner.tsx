import { may } from '../api/rights.js';
import type { User } from '../api/types.js';
import type { Say } from '../words/say.js';
import { TECHNICAL_WORDS } from './acting.js';
import { ApiKeys } from './api-keys.js';
import { StandingOrders } from './standing-orders.js';
import { Webhooks } from './webhooks.js';

interface Props {
  readonly user: User | undefined;
  readonly offers: Parameters<typeof StandingOrders>[0]['offers'];
  readonly now: number;
  readonly say: Say;
  readonly ended: () => void;
}

/** What a partner's own systems need, and what orders itself again. */
export function OfPartner({ user, offers, now, say, ended }: Props) {
  const words = TECHNICAL_WORDS[say.language];
  const technical = { region: user?.region ?? '', say, words, ended };
  return (
    <>
      {may(user, 'orders:place') && <StandingOrders offers={offers} now={now} {...technical} />}
      {may(user, 'api-keys:manage') && (
        <section aria-labelledby="technical">
          <h2 id="technical">{words.heading}</h2>
          <p class="muted">{words.hint}</p>
          <ApiKeys {...technical} />
          <Webhooks {...technical} />
        </section>
      )}
    </>
  );
}
