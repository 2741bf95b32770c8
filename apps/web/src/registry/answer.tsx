import type { CommoditySummary } from '../api/types.js';
import { reasonParts, totalOf } from '../parts/reason-parts.js';
import { capital } from '../words/letters.js';
import type { Say } from '../words/say.js';
import type { LotToday, RegistryData } from './data.js';
import { reasonOf } from './why.js';
import type { RegistryWords } from './words-id.js';
import { sum } from '../parts/sum.js';

interface Props {
  readonly data: RegistryData;
  readonly cooperative: boolean;
  readonly region: string;
  readonly say: Say;
  readonly words: RegistryWords;
}

/** The answer in one sentence: for an office what is left unsold and why, for a cooperative what became of its goods. */
export function Answer({ data, cooperative, region, say, words }: Props) {
  const ending = data.endings.filter(({ daysLeft }) => daysLeft >= 0).length;
  return (
    <header class="headline">
      {cooperative ? (
        <OfOwn data={data} say={say} words={words} />
      ) : (
        <OfRegion
          commodities={data.summary.commodities.filter(({ origin }) => origin === region)}
          say={say}
          words={words}
        />
      )}
      {ending > 0 && (
        <p class="rest">
          <a href="#ending" class="mark waiting">
            {words.answer.ending(say.count(ending))}
          </a>
        </p>
      )}
    </header>
  );
}

function OfRegion({
  commodities,
  say,
  words,
}: Pick<Props, 'say' | 'words'> & { readonly commodities: readonly CommoditySummary[] }) {
  const left = commodities
    .map((one) => ({ ...one, unsold: one.unsold.filter(({ code }) => code !== 'AWAITING_BIND') }))
    .filter(({ unsold }) => totalOf(unsold) > 0);
  if (commodities.every(({ surplus }) => surplus === 0)) return <h1>{words.answer.noSurplus}</h1>;
  if (left.length === 0) return <h1>{words.answer.allSold}</h1>;
  const amounts = left.map(
    ({ unsold, unit, commodity }) => `${say.amount(totalOf(unsold), unit)} ${say.commodity(commodity)}`,
  );
  return (
    <>
      <h1>{words.answer.unsold(say.list(amounts))}</h1>
      {left.map(({ commodity, unit, unsold }) => (
        <p key={commodity} class="rest">
          <span class="mark unsold">
            {say.commodity(commodity)}: {reasonParts(unsold, unit, say)}
          </span>
        </p>
      ))}
    </>
  );
}

function OfOwn({ data, say, words }: Pick<Props, 'data' | 'say' | 'words'>) {
  const { today } = data;
  if (today.length === 0) return <h1>{words.answer.nothingStated}</h1>;
  const commodities = [...new Set(today.map(({ commodity }) => commodity))];
  const amounts = commodities.map((commodity) => {
    const lots = today.filter((lot) => lot.commodity === commodity);
    const unit = lots[0]?.unit ?? 'GRAM';
    const [sold, stated] = [sum(lots.map(({ bound }) => bound)), sum(lots.map(({ quantity }) => quantity))];
    const goods = say.commodity(commodity);
    if (sold >= stated) return words.answer.allOf(say.amount(stated, unit), goods);
    return words.answer.soldOf(say.amount(sold, unit), say.amount(stated, unit), goods);
  });
  return (
    <>
      <h1>{capital(words.answer.own(say.list(amounts)))}</h1>
      {today
        .filter(({ unsold }) => unsold.length > 0)
        .map((lot) => (
          <p key={lot.id} class="rest">
            <span class="mark unsold">{whyLeft(lot, data, say)}</span>
          </p>
        ))}
    </>
  );
}

/** "Lot B: 500 kg kuota Ternate habis. Menambah kuota Ternate 500 kg menjual tepat 500 kg lagi." */
function whyLeft(lot: LotToday, data: RegistryData, say: Say): string {
  const parts = lot.unsold.map(({ code, quantity }) => {
    const reason = reasonOf(code, lot, data.reasons);
    const short = reason ? say.short(reason, lot.unit) : say.reasonWord(code);
    const change = reason && say.sentence(reason, lot.unit);
    return `${say.exact(quantity, lot.unit)} ${short}.${change === undefined ? '' : ` ${change}`}`;
  });
  return `${say.words.flow.lot(lot.label)}: ${parts.join(' ')}`;
}
