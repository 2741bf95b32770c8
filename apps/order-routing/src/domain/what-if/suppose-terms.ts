import { localDateAt } from '#kernel/local-date.js';
import { UNCAPPED } from '#kernel/quota-kind.js';
import { changeStage } from '../decisions/change-stage.js';
import type { Agreement } from '../ledger/agreement.js';
import type { DecisionContext } from '../ledger/decision-context.js';
import { setTerm, type Term } from '../ledger/term.js';
import { found } from './faults.js';
import type { ChangedTerm, NewTerm, Supposed, SupposedStage } from './supposed.js';

/** Names of what is not there: no id of the market looks so. */
const NEW = 'what-if';

/** Terms as an addendum, a new row or a new agreement would have them; agreements at another stage. */
export function supposeTerms(
  context: DecisionContext,
  { terms = [], newTerms = [], agreements = [] }: Pick<Supposed, 'terms' | 'newTerms' | 'agreements'>,
): void {
  const { state } = context;
  for (const [index, { agreement, stage }] of agreements.entries()) {
    const known = found(state.agreements.get(agreement), `/agreements/${String(index)}/agreement`);
    moveTo(context, known, stage);
  }
  for (const [index, change] of terms.entries()) {
    const term = state.terms.get(change.term);
    const present = found(term?.removed === false ? term : undefined, `/terms/${String(index)}/term`);
    setTerm(context, nextEdition(present, change));
  }
  for (const [index, row] of newTerms.entries()) addTerm(context, row, index);
}

function nextEdition(term: Term, { term: _, priceBand, ...set }: ChangedTerm): Term {
  return {
    ...term,
    ...set,
    // Who names a quota means one that limits.
    ...(set.quota !== undefined && set.quotaKind === undefined ? { quotaKind: null } : {}),
    ...(priceBand ? { minimumPrice: priceBand.minimum, maximumPrice: priceBand.maximum } : {}),
    edition: term.edition + 1,
  };
}

function moveTo(context: DecisionContext, known: Agreement, stage: SupposedStage): void {
  const { at, state } = context;
  const { effectiveFrom, effectiveTo } = known;
  const from = effectiveFrom !== null && effectiveFrom < at ? effectiveFrom : at;
  const to = effectiveTo !== null && effectiveTo > at ? effectiveTo : null;
  changeStage.apply(context, {
    agreementId: known.id,
    partner: known.partner,
    stage,
    edition: known.edition,
    effectiveFrom: from.toISOString(),
    effectiveTo: to?.toISOString() ?? null,
    signedOn: known.signedOn ?? localDateAt(at, state.origin),
  });
}

function addTerm(context: DecisionContext, row: NewTerm, index: number): void {
  const { state, at } = context;
  const { agreement, partner, quota, priceBand, ...rest } = row;
  const known = agreement === undefined ? undefined : state.agreements.get(agreement);
  if (agreement !== undefined) found(known, `/newTerms/${String(index)}/agreement`);
  const name = `${NEW}-${String(index + 1)}`;
  const buyer = known?.partner ?? partner ?? row.destination;
  if (!known) {
    const nobody: Agreement = {
      id: name,
      partner: buyer,
      stage: 'pks-signed',
      edition: 1,
      effectiveFrom: at,
      effectiveTo: null,
      signedOn: null,
    };
    moveTo(context, nobody, 'in-force');
  }
  setTerm(context, {
    ...rest,
    id: name,
    agreementId: known?.id ?? name,
    partner: buyer,
    edition: 1,
    quota: quota ?? UNCAPPED,
    quotaKind: quota === undefined ? 'unlimited' : null,
    ...(priceBand ? { minimumPrice: priceBand.minimum, maximumPrice: priceBand.maximum } : {}),
    removed: false,
  });
}
