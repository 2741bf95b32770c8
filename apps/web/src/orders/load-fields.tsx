import { CheckInput, SelectInput, TextInput } from '../forms/named-fields.js';
import type { Acting } from './acting.js';
import { CAPACITY_UNITS, capacityOf, loadedOf, type LoadDraft, type Ready } from './load-facts.js';
import { numberOf } from './order-facts.js';

interface Props extends Pick<Acting, 'say' | 'words'> {
  readonly made: LoadDraft;
  /** What goes in by now. */
  readonly going: readonly Ready[];
  readonly change: (part: Partial<LoadDraft>) => void;
}

interface GoodsProps extends Props {
  readonly order: string;
  /** What is ready for the place. */
  readonly goods: readonly Ready[];
}

/** What goes in: goods of the order that it began with, and of others for the same place, all or a part. */
export function LoadedGoods({ order, goods, words, ...all }: GoodsProps) {
  const [own, others] = [true, false].map((isOwn) => goods.filter(({ orderId }) => (orderId === order) === isOwn));
  return (
    <>
      {[
        [words.dispatch.goods, own ?? []] as const,
        [words.load.others(all.say.region(all.made.place)), others ?? []] as const,
      ].map(
        ([legend, some]) =>
          some.length > 0 && (
            <fieldset key={legend}>
              <legend>{legend}</legend>
              {some.map((each) => (
                <Choice key={each.id} goods={each} isOwn={each.orderId === order} words={words} {...all} />
              ))}
            </fieldset>
          ),
      )}
    </>
  );
}

function Choice({ goods, isOwn, going, made, change, say, words }: Props & { goods: Ready; isOwn: boolean }) {
  const { id, quantity, unit, commodity, unitPrice, orderId } = goods;
  const index = going.findIndex((each) => each.id === id);
  const what = words.dispatch.item(say.exact(quantity, unit), say.commodity(commodity), say.rupiah(unitPrice, unit));
  return (
    <>
      <CheckInput
        label={isOwn ? what : words.load.ofOrder(what, numberOf({ id: orderId }))}
        name={`chosen/${id}`}
        checked={index >= 0}
        change={(checked) => {
          change({ chosen: { ...made.chosen, [id]: checked } });
        }}
      />
      {index >= 0 && (
        <TextInput
          label={words.load.part(say.unitName(unit))}
          hint={words.load.partHint(say.exact(quantity, unit))}
          name={`parts/${String(index)}/quantity`}
          inputMode="decimal"
          value={made.quantities[id] ?? ''}
          change={(typed) => {
            change({ quantities: { ...made.quantities, [id]: typed } });
          }}
        />
      )}
    </>
  );
}

const KINDS = ['truck', 'container', 'part-load'] as const;

/** What it leaves in, with how much has gone in by now. */
export function Vehicle({ made, going, change, say, words: { load } }: Props) {
  const capacity = capacityOf(made, say.language);
  const loaded = loadedOf(going, made, say.language);
  const inUnit = loaded.find(({ unit }) => unit === capacity?.base)?.quantity ?? 0;
  const total = say.list(loaded.map(({ quantity, unit }) => say.exact(quantity, unit)));
  const left = capacity ? capacity.units - inUnit : 0;
  return (
    <fieldset class="row">
      <legend>{load.vehicle}</legend>
      <div class="cells">
        <SelectInput
          label={load.kind}
          name="vehicle/kind"
          choices={[['', load.unknown], ...KINDS.map((kind) => [kind, load.kinds[kind]] as const)]}
        />
        <TextInput label={load.number} name="vehicle/number" maxLength={40} />
        <TextInput label={load.carrier} name="carrier" maxLength={100} />
        <TextInput
          label={load.capacity}
          name="capacity/quantity"
          inputMode="decimal"
          value={made.capacity}
          change={(typed) => {
            change({ capacity: typed });
          }}
        />
        <SelectInput
          label={load.capacityUnit}
          name="capacity/unit"
          choices={CAPACITY_UNITS.map((unit) => [unit, load.units[unit]])}
          value={made.capacityUnit}
          change={(typed) => {
            const unit = CAPACITY_UNITS.find((each) => each === typed);
            if (unit) change({ capacityUnit: unit });
          }}
        />
      </div>
      <p role="status" class={`mark ${left < 0 ? 'unsold' : 'waiting'}`}>
        {load.total(total)}
        {capacity &&
          (left < 0 ? load.over(say.exact(-left, capacity.base)) : load.left(say.exact(left, capacity.base)))}
      </p>
    </fieldset>
  );
}
