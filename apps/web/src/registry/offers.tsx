import { post } from '../api/client.js';
import { SureButton } from '../parts/sure-button.js';
import { useAttempt } from '../parts/use-attempt.js';
import type { Say } from '../words/say.js';
import type { OpenOffer, RegistryData } from './data.js';
import type { RegistryWords } from './words-id.js';

interface Props {
  readonly data: RegistryData;
  readonly region: string;
  readonly say: Say;
  readonly words: RegistryWords;
  readonly changed: () => void;
  readonly ended: () => void;
}

/** Allocations that wait for their seller's answer, each with what it earns and until when it may be given. */
export function Offers({ data, region, say, words, changed, ended }: Props) {
  const [attempt, failed] = useAttempt(words.offline, ended);
  const { offers } = words;
  if (data.offers.length === 0) return null;
  const answer = ({ id }: OpenOffer, how: 'confirmation' | 'refusal') => {
    attempt(post(`/api/orders/allocations/${id}/${how}`, {}, `${how}-${id}`).then(changed));
  };
  return (
    <section aria-labelledby="offers">
      <h2 id="offers">{offers.heading}</h2>
      {failed !== undefined && <p class="mark unsold">{failed}</p>}
      <ul class="plain">
        {data.offers.map((offer) => (
          <li key={offer.id} class="with-acts">
            <span>
              <b>
                {say.exact(offer.quantity, offer.unit)} {say.commodity(offer.commodity)}
              </b>{' '}
              → {say.region(offer.partner)} · {say.rupiah(offer.unitPrice, offer.unit)} ·{' '}
              {offers.earns(`Rp${say.count(offer.earns)}`)}
              {offer.answerBy !== null && (
                <>
                  {' · '}
                  <span class="mark waiting">{offers.until(say.deadline(Date.parse(offer.answerBy), region))}</span>
                </>
              )}
            </span>
            <span class="actions">
              <button
                type="button"
                class="primary"
                onClick={() => {
                  answer(offer, 'confirmation');
                }}
              >
                {offers.confirm}
              </button>
              <SureButton
                label={offers.refuse}
                sure={offers.sure}
                act={() => {
                  answer(offer, 'refusal');
                }}
              />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
