import { useState } from 'preact/hooks';
import type { Lot } from './data.js';
import type { Acting } from './acting.js';
import { HoldMark, LotRow } from './lot-row.js';
import { NOTHING_YET, soldOf } from './lot-state.js';

interface Props extends Acting {
  /** The newest first. */
  readonly lots: readonly Lot[];
}

/** Shown until all are asked for. */
const NEWEST = 8;

/** The caller's newest lots: where their goods are, and what may be done with them. */
export function Lots({ lots: all, ...acting }: Props) {
  const [whole, setWhole] = useState(false);
  const { say, words } = acting;
  const { lots, history } = words;
  const shown = whole ? all : all.slice(0, NEWEST);
  return (
    <section aria-labelledby="lots">
      <div class="bar-heading">
        <h2 id="lots">{lots.heading}</h2>
        {all.length > 0 && <a href="/api/registry/lots?order=newest&format=xlsx">{lots.file}</a>}
      </div>
      <p class="muted">{all.length === 0 ? lots.none : lots.hint}</p>
      {all.length > 0 && (
        <div class="scroll" tabIndex={0} role="region" aria-label={lots.heading}>
          <table class="stacked">
            <thead>
              <tr>
                <th scope="col">{history.day}</th>
                <th scope="col">{history.goods}</th>
                <th scope="col">{lots.seller}</th>
                <th scope="col" class="number">
                  {history.given}
                </th>
                <th scope="col" class="number">
                  {history.sold}
                </th>
                <th scope="col" class="number">
                  {lots.free}
                </th>
                <th scope="col" class="number">
                  {lots.held}
                </th>
                <th scope="col">{lots.act}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((lot) => (
                <LotRow key={lot.id} lot={lot} cells={7} {...acting}>
                  <th scope="row">{say.date(lot.producedOn)}</th>
                  <td data-label={history.goods}>
                    <span>
                      {say.commodity(lot.commodity)} <HoldMark lot={lot} words={words} />
                    </span>
                  </td>
                  <td data-label={lots.seller}>{lot.seller}</td>
                  <Figures lot={lot} {...acting} />
                </LotRow>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {all.length > NEWEST && (
        <button
          type="button"
          class="quiet"
          aria-expanded={whole}
          onClick={() => {
            setWhole(!whole);
          }}
        >
          {whole ? lots.fewer : lots.all(say.count(all.length))}
        </button>
      )}
    </section>
  );
}

function Figures({ lot, say, words: { lots, history } }: Pick<Acting, 'say' | 'words'> & { readonly lot: Lot }) {
  const { free, held } = lot.balance ?? NOTHING_YET;
  const figures: [label: string, quantity: number][] = [
    [history.given, lot.quantity],
    [history.sold, soldOf(lot)],
    [lots.free, free],
    [lots.held, held],
  ];
  return (
    <>
      {figures.map(([label, quantity]) => (
        <td key={label} class="number" data-label={label}>
          {say.exact(quantity, lot.unit)}
        </td>
      ))}
    </>
  );
}
