import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Acting } from './acting.js';
import { LotActs } from './lot-acts.js';
import type { Lot } from './data.js';

interface Props extends Acting {
  readonly lot: Lot;
  readonly part?: { readonly producerId: string; readonly name: string } | undefined;
  /** Cells of its row, but for the last, which opens what may be done with it. */
  readonly children: ComponentChildren;
  /** How many they are. */
  readonly cells: number;
}

/** A lot in a table, and below it what may be done with it once that is asked for. */
export function LotRow({ children, cells, ...acting }: Props) {
  const [open, setOpen] = useState(false);
  const { lot, say, words } = acting;
  const { lots } = words;
  return (
    <>
      <tr>
        {children}
        <td class="act">
          <button
            type="button"
            class="link"
            aria-expanded={open}
            aria-label={`${open ? lots.close : lots.open}, ${lots.of(say.commodity(lot.commodity), lot.seller, say.date(lot.producedOn))}`}
            onClick={() => {
              setOpen(!open);
            }}
          >
            {open ? lots.close : lots.open}
          </button>
        </td>
      </tr>
      {open && (
        <tr>
          <td class="whole" colSpan={cells + 1}>
            <LotActs {...acting} />
          </td>
        </tr>
      )}
    </>
  );
}

/** Says of a lot what its numbers do not: that it is held. */
export function HoldMark({ lot, words }: Pick<Props, 'lot' | 'words'>) {
  if (lot.onHold) return <span class="mark unsold">{words.lots.onHold}</span>;
  return lot.balance ? null : <span class="mark waiting">{words.lots.unanswered}</span>;
}
