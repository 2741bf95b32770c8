import type { AskedQuota } from '../parts/asked-quota.js';
import { baseUnitsIn } from '../parts/quantities.js';
import type { Say } from '../words/say.js';
import type { AgreementFile } from './data.js';
import { draftOf, type TermDraft } from './terms-draft.js';

/** The rows in force with the quota raised that is asked for; undefined: none of this agreement is. */
export function askedRows({ terms }: AgreementFile, asked: AskedQuota | undefined, say: Say): TermDraft[] | undefined {
  const raised = terms.find(({ id, quotaKind = 'cap' }) => id === asked?.row && quotaKind === 'cap');
  if (!asked || !raised) return undefined;
  return terms.map((term) => {
    const draft = draftOf(term, say);
    if (term !== raised) return draft;
    return { ...draft, quota: say.count((term.quota + asked.more) / baseUnitsIn(term.unit)) };
  });
}
