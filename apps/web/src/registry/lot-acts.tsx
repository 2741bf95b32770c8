import { useRef, useState } from 'preact/hooks';
import { Fold } from '../forms/fold.js';
import { Choice } from '../parts/fields.js';
import { baseUnitsIn, baseUnitsOf, quantityPattern } from '../parts/quantities.js';
import { refusalText } from '../parts/refusal-text.js';
import { SureButton } from '../parts/sure-button.js';
import { useSending } from '../parts/use-sending.js';
import type { Say } from '../words/say.js';
import type { Acting } from './acting.js';
import { CorrectionForm } from './correction-form.js';
import type { Lot, LotAct } from './data.js';
import { LotRequests } from './lot-requests.js';
import { boundOf, isGone, NOTHING_YET } from './lot-state.js';

interface Props extends Acting {
  readonly lot: Lot;
  /** Whose part of the lot is concerned; absent: all of it. */
  readonly part?: { readonly producerId: string; readonly name: string } | undefined;
}

const NEEDS_QUANTITY: ReadonlySet<LotAct> = new Set(['withdrawals', 'write-offs']);

/** What may be done with a lot, and what was asked of it before. */
export function LotActs({ lot, part, say, words, changed, ended }: Props) {
  const [chosen, setChosen] = useState<LotAct>();
  const [sent, setSent] = useState(0);
  const formRef = useRef<HTMLFormElement>(null);
  const sending = useSending({ refusal: refusalText, offline: words.offline, changed, ended });
  const { lots } = words;
  const acts = actsOn(lot);
  const act = chosen !== undefined && acts.includes(chosen) ? chosen : (acts[0] ?? 'hold');

  const send = async () => {
    if (!formRef.current) return;
    const body = bodyOf(new FormData(formRef.current), act, { lot, part }, say.language);
    // What refused offers left is held by routing; the rest is the registry's.
    const at = act === 'hold-release' ? '/api/orders/lots' : '/api/registry/lots';
    if (await sending.send(`${at}/${lot.id}/${act}`, body)) setSent(sent + 1);
  };
  const asked = (): void => {
    setSent(sent + 1);
    changed();
  };
  return (
    <div class="details">
      {isGone(lot) ? (
        <p class="muted">{lots.allGone}</p>
      ) : (
        <form
          // A new one after each act: what was filled in has been said.
          key={sent}
          ref={formRef}
          class="form"
          onSubmit={(event) => {
            event.preventDefault();
            if (!isFinal(act)) void send();
          }}
        >
          <Choice
            label={lots.act}
            hint={lots.does[act]}
            value={act}
            choices={acts.map((each) => [each, lots.acts[each]])}
            change={setChosen}
          />
          <ActFields lot={lot} part={part} act={act} say={say} words={words} />
          <p>
            {isFinal(act) ? (
              <SureButton
                key={act}
                label={lots.acts[act]}
                sure={lots.sure[act]}
                ready={() => !sending.busy && formRef.current?.reportValidity() === true}
                act={() => void send()}
              />
            ) : (
              <button type="submit" class="primary" disabled={sending.busy}>
                {sending.busy ? lots.busy : lots.acts[act]}
              </button>
            )}
          </p>
        </form>
      )}
      <div role="status">
        {sending.failed !== undefined && <p class="mark unsold">{sending.failed}</p>}
        {sent > 0 && sending.failed === undefined && !sending.busy && <p class="mark sold">{lots.done}</p>}
      </div>
      {part && <Correction {...{ lot, part, say, words, ended, changed: asked }} />}
      <LotRequests key={sent} lot={lot} say={say} words={words} changed={changed} ended={ended} />
    </div>
  );
}

/** The way to put right what was stated of one producer. */
function Correction({ lot, part, ...acting }: Props & { readonly part: NonNullable<Props['part']> }) {
  const { correct } = acting.words.lots;
  return (
    <Fold label={correct.heading} draft={`statement correction ${lot.id} ${part.producerId}`} done={correct.done}>
      {(close) => (
        <CorrectionForm
          lot={lot}
          producer={part.producerId}
          {...acting}
          done={() => {
            close();
            acting.changed();
          }}
        />
      )}
    </Fold>
  );
}

/** What fits the lot as it stands. */
function actsOn({ onHold, balance }: Lot): LotAct[] {
  const { held } = balance ?? NOTHING_YET;
  return [
    onHold ? 'release' : 'hold',
    // Held without a hold on the lot: an offer of it was refused or lapsed, or a contributor is suspended.
    ...(held > 0 && !onHold ? (['hold-release'] as const) : []),
    ...(['withdrawals', 'write-offs', 'recall'] as const),
  ];
}

/** What is sent of an act that was filled in. */
function bodyOf(
  filled: FormData,
  act: LotAct,
  { lot, part }: Pick<Props, 'lot' | 'part'>,
  language: Say['language'],
): object {
  const [quantity, cause] = [textOf(filled, 'quantity'), textOf(filled, 'cause')];
  return {
    ...(NEEDS_QUANTITY.has(act) ? { quantity: baseUnitsOf(quantity, lot.unit, language) } : {}),
    ...(takesCause(act) && cause !== '' ? { cause } : {}),
    ...(act === 'withdrawals' && part ? { producerId: part.producerId } : {}),
  };
}

/** What an act wants to know: how much of the lot, and why. */
function ActFields({
  lot,
  part,
  act,
  say,
  words: { lots },
}: Omit<Props, 'changed' | 'ended'> & { readonly act: LotAct }) {
  const { free, held } = lot.balance ?? NOTHING_YET;
  const there = Math.min(free + held, lot.contributed ?? free + held);
  return (
    <>
      {act === 'withdrawals' && part && <p>{lots.partOnly(part.name)}</p>}
      {NEEDS_QUANTITY.has(act) && (
        <label>
          {lots.quantity(say.unitName(lot.unit))}
          <input
            name="quantity"
            required
            inputMode="decimal"
            autoComplete="off"
            pattern={quantityPattern(say.language)}
            defaultValue={act === 'withdrawals' && there > 0 ? say.count(there / baseUnitsIn(lot.unit)) : ''}
          />
          <small>
            {lots.inStore(say.exact(free, lot.unit), say.exact(held, lot.unit), say.exact(boundOf(lot), lot.unit))}
          </small>
        </label>
      )}
      {takesCause(act) && (
        <label>
          {act === 'withdrawals' ? lots.causeIfAny : lots.cause}
          <input name="cause" required={act !== 'withdrawals'} maxLength={500} autoComplete="off" />
        </label>
      )}
    </>
  );
}

type FinalAct = keyof Acting['words']['lots']['sure'];

/** Whether an act cannot be taken back. */
function isFinal(act: LotAct): act is FinalAct {
  return act !== 'hold' && act !== 'release' && act !== 'hold-release';
}

function takesCause(act: LotAct): boolean {
  return act !== 'release' && act !== 'hold-release';
}

function textOf(filled: FormData, name: string): string {
  const value = filled.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
