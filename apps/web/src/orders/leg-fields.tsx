import { localDateAt } from '#kernel/local-date.js';
import { SelectInput, TextInput } from '../forms/named-fields.js';
import type { Acting } from './acting.js';
import { MODES, type Leg } from './load-facts.js';

interface LegsProps extends Pick<Acting, 'say' | 'words' | 'now'> {
  readonly legs: readonly Leg[];
  readonly change: (legs: readonly Leg[]) => void;
  readonly order: { readonly origin: string; readonly partner: string };
}

/** The way that goods take, leg by leg: each starts where the one before it ended. */
export function Legs({ legs, change, order, say, words, now }: LegsProps) {
  const { dispatch } = words;
  return (
    <div class="grid-rows">
      {legs.map((leg, index) => (
        <LegFields
          key={index}
          leg={leg}
          index={index}
          today={localDateAt(new Date(now), order.partner)}
          say={say}
          words={words}
          change={(part) => {
            change(legs.map((each, other) => (other === index ? { ...each, ...part } : each)));
          }}
          remove={
            legs.length > 1
              ? () => {
                  change(legs.filter((_, other) => other !== index));
                }
              : undefined
          }
        />
      ))}
      <button
        type="button"
        class="quiet"
        onClick={() => {
          const last = legs.at(-1);
          change([...legs, { from: last?.to ?? '', to: say.region(order.partner), mode: 'sea', eta: '' }]);
        }}
      >
        {dispatch.add}
      </button>
    </div>
  );
}

interface LegProps extends Pick<Acting, 'say' | 'words'> {
  readonly leg: Leg;
  readonly index: number;
  readonly today: string;
  readonly change: (part: Partial<Leg>) => void;
  /** undefined: it is the only one. */
  readonly remove: (() => void) | undefined;
}

function LegFields({ leg, index, today, say, words: { dispatch }, change, remove }: LegProps) {
  const label = dispatch.leg(say.count(index + 1));
  const cell = (field: keyof Leg) => ({
    name: `legs/${String(index)}/${field}`,
    value: leg[field],
    change: (typed: string) => {
      change({ [field]: typed });
    },
  });
  return (
    <fieldset class="row">
      <legend>{label}</legend>
      <div class="cells">
        <TextInput label={dispatch.from} required maxLength={100} {...cell('from')} />
        <TextInput label={dispatch.to} required maxLength={100} {...cell('to')} />
        <SelectInput
          label={dispatch.mode}
          choices={MODES.map((mode) => [mode, dispatch.modes[mode]])}
          {...cell('mode')}
        />
        <TextInput label={dispatch.eta} required type="date" min={today} {...cell('eta')} />
      </div>
      {remove && (
        <button type="button" class="link" onClick={remove}>
          {dispatch.remove(label)}
        </button>
      )}
    </fieldset>
  );
}
