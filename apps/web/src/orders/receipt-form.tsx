import { useState } from 'preact/hooks';
import { localDateAt } from '#kernel/local-date.js';
import { keepDraft, keptDraft } from '../api/drafts.js';
import { ActForm } from '../forms/act-form.js';
import type { FieldFault } from '../forms/faults.js';
import { textIn, type Filled } from '../forms/filled.js';
import { TextInput } from '../forms/named-fields.js';
import { decimalOf } from '../parts/quantities.js';
import type { Acting } from './acting.js';
import type { OrderView, ShipmentView } from './data.js';
import {
  expectedOn,
  goodsOf,
  isPossible,
  itemOf,
  lossOf,
  type Counted,
  type Loss,
  type SentGoods,
} from './order-facts.js';

interface Props extends Acting {
  readonly shipment: ShipmentView;
  readonly order: OrderView;
  readonly done: () => void;
  /** A receipt that was recorded is to say something else. */
  readonly corrects?: boolean;
}

const NOTHING_COUNTED: Counted = { accepted: '', damaged: '' };

/** What has arrived of a shipment: all of it, unless somebody says otherwise; what that costs is asked about first. */
export function ReceiptForm({ shipment, order, say, words, now, changed, ended, done, corrects = false }: Props) {
  const { receipt } = words;
  const draft = `${corrects ? 'correction' : 'receipt'} ${shipment.id}`;
  const [counted, setCounted] = useState(
    () => keptDraft<Readonly<Record<string, Counted>>>('tab', `${draft} counted`) ?? {},
  );
  const goods = goodsOf(shipment, order);
  const items = goods.map((each) => itemOf(each, counted[each.id] ?? NOTHING_COUNTED, say.language));
  const untouched = Object.values(counted).every((each) => Object.values(each).every((typed) => typed === ''));

  const call = (filled: Filled) => {
    const faults = goods.flatMap((each, index): FieldFault[] => {
      const item = items[index];
      const possible = item && isPossible(each, item);
      return possible ? [] : [{ field: `items/${String(index)}/accepted`, message: receipt.notNumber }];
    });
    if (faults.length > 0) return { faults };
    const percent = decimalOf(textIn(filled, 'moisture') ?? '', say.language);
    const measured = percent === undefined ? {} : { moisture: Math.round(Number(percent) * 100) };
    const reason = corrects ? { reason: textIn(filled, 'reason') ?? '' } : {};
    const path = `/api/orders/shipments/${shipment.id}/${corrects ? 'receipt-correction' : 'receipt'}`;
    // What is missing has been asked about, with what it costs.
    return { path, body: { items, confirmMissing: true, ...measured, ...reason } };
  };
  const check = () => {
    const loss = lossOf(goods, items);
    const today = localDateAt(new Date(now), order.partner);
    const eta = expectedOn(shipment);
    const early = !corrects && eta !== undefined && today < eta ? eta : undefined;
    if (!loss && early === undefined) return undefined;
    return <Question loss={loss} early={early} today={today} say={say} words={words} />;
  };
  return (
    <ActForm
      draft={draft}
      send={untouched ? receipt.all : receipt.send}
      say={say}
      call={call}
      check={check}
      ended={ended}
      done={() => {
        keepDraft('tab', `${draft} counted`, undefined);
        done();
        changed();
      }}
    >
      <h3>{corrects ? receipt.correct : receipt.heading}</h3>
      {goods.map((each, index) => (
        <Received
          key={each.id}
          at={`items/${String(index)}`}
          goods={each}
          sacks={shipment.sacks.find(({ allocation }) => allocation === each.id)?.sent}
          counted={counted[each.id] ?? NOTHING_COUNTED}
          say={say}
          words={words}
          change={(part) => {
            const next = { ...counted, [each.id]: { ...NOTHING_COUNTED, ...counted[each.id], ...part } };
            keepDraft('tab', `${draft} counted`, next);
            setCounted(next);
          }}
        />
      ))}
      <TextInput label={receipt.moisture} name="moisture" inputMode="decimal" />
      {corrects && <TextInput label={receipt.reason} name="reason" required maxLength={500} />}
    </ActForm>
  );
}

interface QuestionProps extends Pick<Acting, 'say' | 'words'> {
  readonly loss: Loss | undefined;
  readonly early: string | undefined;
  readonly today: string;
}

function Question({ loss, early, today, say, words: { receipt } }: QuestionProps) {
  const parts = loss?.goods.map(
    ({ quantity, unit, commodity }) => `${say.exact(quantity, unit)} ${say.commodity(commodity)}`,
  );
  return (
    <>
      {loss && parts && <p>{receipt.lost(say.list(parts), `Rp${say.count(loss.rupiah)}`)}</p>}
      {early !== undefined && <p>{receipt.early(say.date(early), say.date(today))}</p>}
      <p>
        <b>{receipt.question}</b>
      </p>
    </>
  );
}

interface ReceivedProps extends Pick<Acting, 'say' | 'words'> {
  readonly at: string;
  readonly goods: SentGoods;
  /** That it left in; undefined: it is not in sacks. */
  readonly sacks: number | undefined;
  readonly counted: Counted;
  readonly change: (part: Partial<Counted>) => void;
}

function Received({ at, goods, sacks, counted, say, words: { receipt }, change }: ReceivedProps) {
  const { quantity, unit, commodity } = goods;
  const { accepted, damaged } = itemOf(goods, counted, say.language);
  const missing = quantity - accepted - damaged;
  return (
    <fieldset class="row">
      <legend>{receipt.legend(say.commodity(commodity), say.exact(quantity, unit))}</legend>
      <div class="cells">
        <TextInput
          label={receipt.accepted(say.unitName(unit))}
          hint={receipt.acceptedHint(say.exact(quantity, unit))}
          name={`${at}/accepted`}
          inputMode="decimal"
          value={counted.accepted}
          change={(typed) => {
            change({ accepted: typed });
          }}
        />
        <TextInput
          label={receipt.damaged(say.unitName(unit))}
          name={`${at}/damaged`}
          inputMode="decimal"
          placeholder="0"
          value={counted.damaged}
          change={(typed) => {
            change({ damaged: typed });
          }}
        />
        {sacks !== undefined && (
          <TextInput
            label={receipt.sacks}
            hint={receipt.sacksHint(say.count(sacks))}
            name={`${at}/sacks`}
            inputMode="numeric"
            value={counted.sacks ?? ''}
            change={(typed) => {
              change({ sacks: typed });
            }}
          />
        )}
      </div>
      {missing > 0 && <p class="mark unsold">{receipt.missing(say.exact(missing, unit))}</p>}
    </fieldset>
  );
}
