import { useState } from 'preact/hooks';
import { SureButton } from '../parts/sure-button.js';
import { refusalText } from '../parts/refusal-text.js';
import { useSending } from '../parts/use-sending.js';
import type { Acting } from './acting.js';
import type { Producer } from './data.js';
import { StatementForm } from './statement-form.js';
import type { Product, Repetition } from './statement-data.js';

interface Props extends Acting {
  readonly seller: Producer;
  readonly products: readonly Product[];
  readonly repeating: readonly Repetition[];
  readonly today: string;
}

/** What a seller states every day until it is changed: when it comes next, and how to change or stop it. */
export function Repetitions(props: Props) {
  const { statements } = props.words;
  if (props.repeating.length === 0) return <p class="muted">{statements.noneRepeating}</p>;
  return (
    <>
      <p>{statements.repeating}:</p>
      <ul class="plain">
        {props.repeating.map((repetition) => (
          <RepetitionItem key={repetition.id} repetition={repetition} {...props} />
        ))}
      </ul>
    </>
  );
}

function RepetitionItem({ repetition, ...props }: Omit<Props, 'repeating'> & { readonly repetition: Repetition }) {
  const [open, setOpen] = useState(false);
  const { products, say, words, changed, ended } = props;
  const sending = useSending({ refusal: refusalText, offline: words.offline, changed, ended });
  const { statements } = words;
  const { id, floorPrice, contributors, nextDay, last } = repetition;
  const product = products.find((each) => each.id === repetition.productId);
  const facts = [
    product ? say.rupiah(floorPrice, product.unit) : `Rp${say.count(floorPrice)}`,
    statements.contributors(say.count(contributors)),
    statements.nextDay(say.date(nextDay)),
    ...(last ? [statements.lastDay(say.date(last.day), last.leftOut, say.count(last.leftOut))] : []),
  ];
  return (
    <li>
      <div class="with-acts">
        <span>
          <b>{product?.name}</b> · {facts.join(' · ')}
        </span>
        <span class="actions">
          <button
            type="button"
            class="quiet"
            aria-expanded={open}
            onClick={() => {
              setOpen(!open);
            }}
          >
            {open ? words.lots.close : statements.change}
          </button>
          <SureButton
            label={statements.stop}
            sure={statements.sureStop}
            act={() => void sending.send(`/api/registry/stock-statements/repeating/${id}/stop`, {})}
          />
        </span>
      </div>
      {sending.failed !== undefined && (
        <p class="mark unsold" role="alert">
          {sending.failed}
        </p>
      )}
      {open && <StatementForm repetition={repetition} {...props} />}
    </li>
  );
}
