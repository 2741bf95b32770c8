import type { CommoditySummary } from '../api/types.js';
import { capital } from '../words/letters.js';
import type { Say } from '../words/say.js';

interface Props {
  readonly commodities: readonly CommoditySummary[];
  readonly shown: CommoditySummary;
  readonly choose: (commodity: CommoditySummary) => void;
  readonly say: Say;
}

/** All goods, each in its own unit: a bar and a sentence; quantities of two goods are never added. */
export function OtherGoods({ commodities, shown, choose, say }: Props) {
  if (commodities.length < 2) return null;
  const { words } = say;
  return (
    <section aria-labelledby="others">
      <h2 id="others">{words.others.heading}</h2>
      <ul class="goods">
        {commodities
          .filter((commodity) => commodity !== shown)
          .map((commodity) => (
            <li key={`${commodity.origin} ${commodity.commodity}`}>
              <h3>{capital(say.commodity(commodity.commodity, 'long'))}</h3>
              <Bar commodity={commodity} />
              <p>{sentence(commodity, say)}</p>
              <p class="muted">{shortfall(commodity, say)}</p>
              <button
                type="button"
                class="quiet"
                onClick={() => {
                  choose(commodity);
                }}
              >
                {words.others.open}
              </button>
            </li>
          ))}
      </ul>
    </section>
  );
}

function Bar({ commodity: { surplus, bound } }: { readonly commodity: CommoditySummary }) {
  const share = surplus > 0 ? (bound / surplus) * 100 : 0;
  return (
    <svg class="bar" width="100%" height="12" aria-hidden="true">
      <rect class="band unsold" width="100%" height="12" />
      <rect class="band sold" width={`${share.toFixed(2)}%`} height="12" />
    </svg>
  );
}

function sentence({ surplus, promised, wanted, unit }: CommoditySummary, say: Say): string {
  const { head } = say.words;
  if (surplus === 0) return head.noSurplus(say.amount(wanted, unit));
  if (promised === 0) return head.noneSold(say.amount(surplus, unit));
  if (promised >= surplus) return head.allSold(say.amount(surplus, unit));
  return head.sold(say.amount(promised, unit), say.amount(surplus, unit));
}

/** What is left of the stock, and what partners still miss. */
function shortfall({ unsold, unfilled, unit }: CommoditySummary, say: Say): string {
  const left = unsold.map((reason) => `${say.amount(reason.quantity, unit)} ${say.short(reason, unit)}`);
  const missing = unfilled.map(
    (reason) =>
      `${say.region(reason.partner ?? '')} ${say.words.partners.missing(say.amount(reason.quantity, unit), say.short(reason, unit))}`,
  );
  return [...left, ...missing].join(' · ');
}
