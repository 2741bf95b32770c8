import type { Say } from '../words/say.js';
import type { Dossier, Term } from './data.js';
import { periodName, periodsOf, type QuotaPeriod } from './quota-periods.js';
import { QuotaStrip } from './quota-strip.js';
import { QuotaTable } from './quota-table.js';
import type { AgreementsWords } from './words-id.js';

interface Props {
  readonly dossier: Dossier;
  readonly today: string;
  readonly say: Say;
  readonly words: AgreementsWords;
}

/** What of the quotas is spent and left, as a calendar strip a row, with its table. */
export function QuotaUse({ dossier, today, say, words }: Props) {
  const { file, quota } = dossier;
  const rows = file.terms.map((term) => ({ term, periods: periodsOf(term, file, quota, today) }));
  return (
    <section aria-labelledby="quota">
      <div class="bar-heading">
        <h2 id="quota">{words.quota.heading}</h2>
        {quota.length > 0 && <a href={`/api/agreements/${file.id}/quota?format=xlsx`}>{words.quota.export}</a>}
      </div>
      {quota.length === 0 && <p class="muted">{words.quota.empty}</p>}
      <div class="goods">
        {rows
          .filter(({ periods }) => periods.length > 0)
          .map(({ term, periods }) => (
            <Row key={term.id} term={term} periods={periods} say={say} words={words} />
          ))}
      </div>
      {quota.length > 0 && (
        <details>
          <summary>{words.quota.asTable}</summary>
          <QuotaTable quota={quota} say={say} words={words} />
        </details>
      )}
    </section>
  );
}

interface RowProps extends Pick<Props, 'say' | 'words'> {
  readonly term: Term;
  readonly periods: readonly QuotaPeriod[];
}

function Row({ term, periods, say, words }: RowProps) {
  const what = `${say.region(term.destination)} · ${say.commodity(term.commodity)}`;
  const latest = periods.at(-1);
  const first = periods[0];
  if (!latest || !first) return null;
  const said = (quantity: number) => say.exact(quantity, term.unit);
  return (
    <div>
      <h3>{what}</h3>
      <QuotaStrip
        periods={periods}
        label={words.quota.describe(what)}
        title={({ period, consumed, capacity }) =>
          `${periodName(period, say, words)}: ${textOfUse(term, { consumed, capacity }, said, words)}`
        }
      />
      <small>
        {periods.length > 1 && `${periodName(first.period, say, words)} – `}
        {periodName(latest.period, say, words)}
      </small>
      <p>{textOfUse(term, latest, said, words)}</p>
    </div>
  );
}

function textOfUse(
  { quotaKind }: Term,
  { consumed, capacity }: Pick<QuotaPeriod, 'consumed' | 'capacity'>,
  said: (quantity: number) => string,
  { quota }: AgreementsWords,
): string {
  if (quotaKind === 'unlimited') return quota.sold(said(consumed));
  if (quotaKind === 'target') return quota.towards(said(consumed), said(capacity));
  return quota.spent(said(consumed), said(capacity), said(capacity - consumed));
}
