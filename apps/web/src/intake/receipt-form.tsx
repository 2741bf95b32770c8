import { useState } from 'preact/hooks';
import { Refused, SignedOut } from '../api/client.js';
import type { Say } from '../words/say.js';
import type { SentGoods } from './sent-goods.js';
import { Field } from '../parts/fields.js';
import { refusalText } from '../parts/refusal-text.js';
import { baseUnitsIn, baseUnitsOf, decimalOf } from '../parts/quantities.js';
import type { IntakeWords } from './words-id.js';

/** Base units. */
interface Item {
  readonly allocation: string;
  readonly accepted: number;
  readonly damaged: number;
}

/** What the API takes; moisture in hundredths of a percent. */
interface Receipt {
  readonly items: readonly Item[];
  readonly moisture?: number;
}

interface Props {
  readonly goods: readonly SentGoods[];
  readonly say: Say;
  readonly words: IntakeWords;
  readonly send: (receipt: Receipt) => Promise<void>;
  readonly ended: () => void;
}

/** As it is typed; empty: nothing was said. */
interface Counted {
  readonly accepted: string;
  readonly damaged: string;
}

const NOTHING_COUNTED: Counted = { accepted: '', damaged: '' };

/** What has arrived of a shipment: all of it, unless somebody says otherwise; the rest is missing. */
export function ReceiptForm({ goods, say, words, send, ended }: Props) {
  const [counted, setCounted] = useState<Readonly<Record<string, Counted>>>({});
  const [moisture, setMoisture] = useState('');
  const [failed, setFailed] = useState<string>();
  const { receipt } = words;

  const baseUnits = (typed: string, { unit }: SentGoods) => baseUnitsOf(typed, unit, say.language);
  const itemOf = (each: SentGoods): Item => {
    const { accepted, damaged } = counted[each.id] ?? NOTHING_COUNTED;
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
      {goods.map((each) => (
        <ReceivedGoods
          key={each.id}
          goods={each}
          counted={counted[each.id] ?? NOTHING_COUNTED}
          item={itemOf(each)}
          say={say}
          words={receipt}
          change={(part) => {
            setCounted({ ...counted, [each.id]: { ...NOTHING_COUNTED, ...counted[each.id], ...part } });
          }}
        />
      ))}
      <Field label={receipt.moisture} inputMode="decimal" value={moisture} change={setMoisture} />
      <button type="submit" class="primary">
        {receipt.send}
      </button>
      {failed !== undefined && <p class="mark unsold">{failed}</p>}
    </form>
  );
}

interface ReceivedProps {
  readonly goods: SentGoods;
  readonly counted: Counted;
  readonly item: Item;
  readonly say: Say;
  readonly words: IntakeWords['receipt'];
  readonly change: (part: Partial<Counted>) => void;
}

function ReceivedGoods({ goods: { quantity, unit }, counted, item, say, words, change }: ReceivedProps) {
  const missing = quantity - item.accepted - item.damaged;
  return (
    <div class="pair">
      <Field
        label={words.accepted(say.unitName(unit))}
        inputMode="decimal"
        placeholder={say.count((quantity - item.damaged) / baseUnitsIn(unit))}
        value={counted.accepted}
        change={(accepted) => {
          change({ accepted });
        }}
      />
      <Field
        label={words.damaged(say.unitName(unit))}
        inputMode="decimal"
        placeholder="0"
        value={counted.damaged}
        change={(damaged) => {
          change({ damaged });
        }}
      />
      {missing > 0 && <p class="mark unsold">{words.missing(say.exact(missing, unit))}</p>}
    </div>
  );
}
