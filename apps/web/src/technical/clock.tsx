import { ActForm } from '../forms/act-form.js';
import { textIn } from '../forms/filled.js';
import { Fold } from '../forms/fold.js';
import { SelectInput } from '../forms/named-fields.js';
import type { Technical } from './acting.js';

/** The clock of an example installation, moved forward so that days pass. */
export function Clock({ say, words, ended }: Technical) {
  const { clock } = words;
  return (
    <section aria-labelledby="clock">
      <h2 id="clock">{clock.heading}</h2>
      <p class="muted">{clock.hint}</p>
      <Fold label={clock.send} draft="clock" done={clock.done}>
        {(close) => (
          <ActForm
            draft="clock"
            send={clock.send}
            say={say}
            call={(filled) => ({
              path: '/api/operations/clock',
              body: { advanceMs: Number(textIn(filled, 'advanceMs')) },
            })}
            ended={ended}
            done={close}
          >
            <SelectInput label={clock.by} name="advanceMs" choices={Object.entries(clock.choices)} />
          </ActForm>
        )}
      </Fold>
    </section>
  );
}
