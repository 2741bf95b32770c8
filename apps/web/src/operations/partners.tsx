import type { CommodityFlows, PartnerFlow, TermFlow, Unit } from '../api/types.js';
import { Num } from '../parts/num.js';
import type { Say } from '../words/say.js';
import { wordsOf } from '../words/words.js';

interface Props {
  readonly flows: CommodityFlows;
  readonly say: Say;
}

/** One row a partner: what it asked for, what it gets, and what holds the rest back. */
export function Partners({ flows, say }: Props) {
  const { columns, heading } = say.words.partners;
  if (flows.partners.length === 0) return null;
  return (
    <section aria-labelledby="partners">
      <h2 id="partners">{heading}</h2>
      <div class="scroll" tabIndex={0} role="region" aria-label={heading}>
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">{columns.partner}</th>
              {[columns.wanted, columns.promised, columns.bound].map((column) => (
                <th key={column} scope="col" class="number">
                  {column}
                </th>
              ))}
              <th scope="col">{columns.quota}</th>
              <th scope="col">{columns.freight}</th>
              <th scope="col">{columns.transit}</th>
              <th scope="col">{columns.limit}</th>
            </tr>
          </thead>
          <tbody>
            {flows.partners.map((partner) => (
              <Row key={partner.partner} partner={partner} unit={flows.unit} say={say} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ partner, unit, say }: { readonly partner: PartnerFlow; readonly unit: Unit; readonly say: Say }) {
  const { columns, days } = say.words.partners;
  const figures = [
    [columns.wanted, partner.wanted],
    [columns.promised, partner.promised],
    [columns.bound, partner.bound],
  ] as const;
  return (
    <tr>
      <th scope="row">
        {say.region(partner.partner)} <small class="code">{partner.partner}</small>
      </th>
      {figures.map(([label, value]) => (
        <td key={label} class="number" data-label={label}>
          <Num value={value} text={say.exact(value, unit)} />
        </td>
      ))}
      <td data-label={columns.quota}>
        {partner.terms.map((term) => (
          <Quota key={term.id} term={term} unit={unit} say={say} />
        ))}
        {partner.terms.length === 0 && say.words.partners.notInForce}
      </td>
      <td data-label={columns.freight}>{each(partner.terms, ({ freight }) => say.rupiah(freight, unit))}</td>
      <td data-label={columns.transit}>{each(partner.terms, ({ transitDays }) => days(transitDays))}</td>
      <td data-label={columns.limit}>{limits(partner, unit, say)}</td>
    </tr>
  );
}

/** How much of the period's quota is spent, as a bar and in figures. */
function Quota({ term, unit, say }: { readonly term: TermFlow; readonly unit: Unit; readonly say: Say }) {
  const { partners, stages } = say.words;
  if (!term.inForce) {
    return <span class="mark waiting">{wordsOf(stages, term.stage ?? '') ?? partners.notInForce}</span>;
  }
  if (term.quotaKind === 'unlimited') return <span>{partners.unlimited(say.exact(term.consumed, unit))}</span>;
  const target = term.quotaKind === 'target';
  const capacity = target ? term.quota : term.consumed + term.left;
  const share = capacity > 0 ? term.consumed / capacity : 1;
  return (
    <div class="quota">
      <svg width="100%" height="8" aria-hidden="true">
        <rect class="track" width="100%" height="8" rx="4" />
        <rect
          class={share >= 1 && !target ? 'used full' : 'used'}
          width={`${(Math.min(1, share) * 100).toFixed(2)}%`}
          height="8"
          rx="4"
        />
      </svg>
      <span>
        {partners.of(say.exact(term.consumed, unit), say.exact(capacity, unit))}{' '}
        {wordsOf(partners.periods, term.period) ?? term.period}
        {' · '}
        {target ? partners.target : partners.left(say.exact(term.left, unit))}
      </span>
    </div>
  );
}

function each(terms: readonly TermFlow[], text: (term: TermFlow) => string): string {
  return [...new Set(terms.map(text))].join(', ') || '—';
}

function limits({ bottlenecks, unfilled }: PartnerFlow, unit: Unit, say: Say) {
  const marks = bottlenecks.map((bottleneck) => say.words.flow.full[bottleneck]);
  const short = unfilled.map((reason) =>
    say.words.partners.missing(say.exact(reason.quantity, unit), say.reasonWord(reason.code)),
  );
  if (marks.length + short.length === 0) return say.words.partners.none;
  return (
    <ul class="plain">
      {marks.map((mark) => (
        <li key={mark}>▌{mark}</li>
      ))}
      {short.map((text) => (
        <li key={text} class="mark unsold">
          {text}
        </li>
      ))}
    </ul>
  );
}
