import { ActForm } from '../forms/act-form.js';
import { textIn } from '../forms/filled.js';
import { TextInput } from '../forms/named-fields.js';
import { baseUnitsOf } from '../parts/quantities.js';
import type { Acting } from './acting.js';
import type { Lot } from './data.js';

interface Props extends Acting {
  readonly lot: Lot;
  readonly producer: string;
  readonly done: () => void;
}

const FIGURES = ['produced', 'committedToExport', 'committedAtHome', 'held'] as const;

/** What was stated of a producer's stock today is put right: less than was said, down to what is promised. */
export function CorrectionForm({ lot, producer, say, words, ended, done }: Props) {
  const { statements, lots } = words;
  const unit = say.unitName(lot.unit);
  return (
    <ActForm
      draft={`statement correction ${lot.id} ${producer}`}
      send={lots.correct.send}
      say={say}
      ended={ended}
      done={done}
      call={(filled) => {
        const figure = (name: string): number => baseUnitsOf(textIn(filled, name) ?? '0', lot.unit, say.language);
        const figures = FIGURES.map((name) => [name, figure(name)] as const);
        const faults = figures.flatMap(([field, value]) =>
          Number.isFinite(value) ? [] : [{ field, message: lots.correct.notNumber }],
        );
        if (faults.length > 0) return { faults };
        return {
          path: '/api/registry/stock-statements/corrections',
          body: {
            producerId: producer,
            productId: lot.productId,
            ...Object.fromEntries(figures),
            reason: textIn(filled, 'reason') ?? '',
          },
        };
      }}
    >
      <p class="muted">{lots.correct.hint}</p>
      <div class="cells">
        {FIGURES.map((name) => (
          <TextInput
            key={name}
            label={`${statements.figures[name]} (${unit})`}
            name={name}
            required={name === 'produced'}
            inputMode="decimal"
          />
        ))}
      </div>
      <TextInput label={lots.correct.reason} name="reason" required maxLength={500} />
    </ActForm>
  );
}
