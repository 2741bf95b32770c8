import { useState } from 'preact/hooks';
import { Refused, SignedOut } from '../api/client.js';
import type { Say } from '../words/say.js';
import type { SentGoods } from './sent-goods.js';
import { refusalText } from '../parts/refusal-text.js';
import { baseUnitsIn, baseUnitsOf, decimalOf } from '../parts/quantities.js';
import type { IntakeWords } from './words.js';

/** What the API takes. Base units; moisture in hundredths of a percent. */
interface Receipt {
  readonly items: readonly { readonly allocation: string; readonly accepted: number; readonly damaged: number }[];
  readonly moisture?: number;
}

interface Props {
  readonly goods: readonly SentGoods[];
  readonly say: Say;
  readonly words: IntakeWords;
  readonly send: (receipt: Receipt) => Promise<void>;
  readonly ended: () => void;
}

interface Counted {
  readonly accepted: string;
  readonly damaged: string;
}

/** What has arrived of a shipment: all of it, unless somebody says otherwise; the rest is missing. */
export function ReceiptForm({ goods, say, words, send, ended }: Props) {
  const [counted, setCounted] = useState<Readonly<Record<string, Counted>>>({});
  const [moisture, setMoisture] = useState('');
  const [failed, setFailed] = useState<string>();
  const { receipt } = words;

  const baseUnits = (typed: string, { unit }: SentGoods) => baseUnitsOf(typed, unit, say.language);
  const itemOf = (each: SentGoods) => {
    const { accepted, damaged } = counted[each.id] ?? { accepted: '', damaged: '' };
    const broken = damaged === '' ? 0 : baseUnits(damaged, each);
    return {
      allocation: each.id,
      accepted: accepted === '' ? each.quantity - broken : baseUnits(accepted, each),
      damaged: broken,
    };
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const percent = decimalOf(moisture, say.language);
    const measured = percent === undefined ? {} : { moisture: Math.round(Number(percent) * 100) };
    send({ items: goods.map(itemOf), ...measured }).catch((error: unknown) => {
      if (error instanceof SignedOut) ended();
      else setFailed(error instanceof Refused ? refusalText(error) : words.form.offline);
    });
  };

  return (
    <form class="form" onSubmit={submit}>
      <h3>{receipt.heading}</h3>
      {goods.map((each) => {
        const now = counted[each.id] ?? { accepted: '', damaged: '' };
        const { accepted, damaged } = itemOf(each);
        const missing = each.quantity - accepted - damaged;
        const change = (part: Partial<Counted>) => {
          setCounted({ ...counted, [each.id]: { ...now, ...part } });
        };
        return (
          <div key={each.id} class="pair">
            <label>
              {receipt.accepted(say.unitName(each.unit))}
              <input
                inputMode="decimal"
                placeholder={say.count((each.quantity - damaged) / baseUnitsIn(each.unit))}
                value={now.accepted}
                onInput={({ currentTarget }) => {
                  change({ accepted: currentTarget.value });
                }}
              />
            </label>
            <label>
              {receipt.damaged(say.unitName(each.unit))}
              <input
                inputMode="decimal"
                placeholder="0"
                value={now.damaged}
                onInput={({ currentTarget }) => {
                  change({ damaged: currentTarget.value });
                }}
              />
            </label>
            {missing > 0 && <p class="mark unsold">{receipt.missing(say.exact(missing, each.unit))}</p>}
          </div>
        );
      })}
      <label>
        {receipt.moisture}
        <input
          inputMode="decimal"
          value={moisture}
          onInput={({ currentTarget }) => {
            setMoisture(currentTarget.value);
          }}
        />
      </label>
      <button type="submit" class="primary">
        {receipt.send}
      </button>
      {failed !== undefined && <p class="mark unsold">{failed}</p>}
    </form>
  );
}
