import type { components } from '#clients/order-routing.js';
import { localDateAt } from '#kernel/local-date.js';
import type { Unit } from '../api/types.js';
import { ActForm } from '../forms/act-form.js';
import { textIn, textsIn, wholeIn, type Filled } from '../forms/filled.js';
import { Fold } from '../forms/fold.js';
import { SelectInput, TextInput } from '../forms/named-fields.js';
import { decimalOf, quantityPattern, TRADE_UNIT } from '../parts/quantities.js';
import { SureButton } from '../parts/sure-button.js';
import type { Technical } from './acting.js';
import { useList } from './use-list.js';

type Standing = components['schemas']['StandingOrderView'];

interface Props extends Technical {
  readonly offers: readonly { readonly origin: string; readonly commodity: string; readonly unit: Unit }[];
  /** Business instant. */
  readonly now: number;
}

const EVERY = ['day', 'week', 'month'] as const;

/** Orders that are placed again by themselves. */
export function StandingOrders({ offers, now, ...technical }: Props) {
  const { region, say, words, ended } = technical;
  const { standing } = words;
  const { items, again, sending, failed } = useList<Standing>('/api/orders/standing', technical);
  const goods = new Map(offers.map((offer) => [offer.commodity, offer]));
  const call = (filled: Filled) => {
    const offer = goods.get(textIn(filled, 'commodity') ?? '');
    const typed = textIn(filled, 'quantity') ?? '';
    return {
      path: '/api/orders/standing',
      body: {
        ...textsIn(filled, ['every', 'startsOn', 'until']),
        needWithinDays: wholeIn(filled, 'needWithinDays'),
        order: {
          ...(offer && { origin: offer.origin }),
          buyer: { name: textIn(filled, 'buyer') ?? '' },
          lines: [
            {
              commodity: offer?.commodity,
              quantity: decimalOf(typed, say.language) ?? typed,
              unit: TRADE_UNIT[offer?.unit ?? 'GRAM'],
              deliverTo: region,
            },
          ],
        },
      },
    };
  };
  return (
    <section aria-labelledby="standing">
      <h2 id="standing">{standing.heading}</h2>
      <p class="muted">{standing.hint}</p>
      {failed !== undefined && <p class="mark unsold">{failed}</p>}
      <ul class="plain">
        {items.map(({ id, every, nextOn, order }) => (
          <li key={id} class="with-acts">
            <span>
              <b>{linesText(order, technical)}</b> · {standing.every[every]} ·{' '}
              {nextOn === null ? standing.stopped : standing.next(say.date(nextOn))}
            </span>
            {nextOn !== null && (
              <SureButton
                label={standing.stop}
                sure={words.sure}
                act={() => void sending.send(`/api/orders/standing/${id}`, {}, 'DELETE')}
              />
            )}
          </li>
        ))}
      </ul>
      <Fold label={standing.add} draft="standing" done={standing.done}>
        {(close) => (
          <ActForm
            draft="standing"
            send={standing.send}
            say={say}
            call={call}
            ended={ended}
            done={() => {
              close();
              again();
            }}
          >
            <StandingFields goods={[...goods.values()]} today={localDateAt(new Date(now), region)} {...technical} />
          </ActForm>
        )}
      </Fold>
    </section>
  );
}

interface FieldsProps extends Technical {
  readonly goods: Props['offers'];
  readonly today: string;
}

function StandingFields({ goods, today, say, words: { standing } }: FieldsProps) {
  return (
    <div class="cells">
      <SelectInput
        label={standing.product}
        name="commodity"
        choices={goods.map(({ commodity }) => [commodity, say.commodity(commodity)])}
      />
      <TextInput
        label={standing.quantity([...new Set(goods.map(({ unit }) => say.unitName(unit)))].join(' / '))}
        name="quantity"
        required
        inputMode="decimal"
        pattern={quantityPattern(say.language)}
      />
      <TextInput label={standing.buyer} name="buyer" required maxLength={200} />
      <SelectInput label={standing.how} name="every" choices={EVERY.map((each) => [each, standing.every[each]])} />
      <TextInput label={standing.starts} name="startsOn" type="date" required min={today} value={today} />
      <TextInput label={standing.until} name="until" type="date" min={today} />
      <TextInput label={standing.within} name="needWithinDays" required inputMode="numeric" value="30" />
    </div>
  );
}

/** As much of a kept order as a list says. */
interface KeptOrder {
  readonly lines?: readonly { readonly commodity: string; readonly quantity: number | string; readonly unit: string }[];
}

function linesText(order: object, { say }: Technical): string {
  const { lines = [] } = order as KeptOrder;
  return say.list(
    lines.map(({ quantity, unit, commodity }) => `${String(quantity)} ${unit} ${say.commodity(commodity)}`),
  );
}
