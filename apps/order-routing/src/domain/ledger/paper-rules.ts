import { DomainError, faultAt } from '#kernel/domain-error.js';
import { covers } from '#kernel/region-code.js';
import { says } from '#kernel/refusals/sentences.js';
import type { Leg } from './legs.js';
import type { Paper } from './load.js';

/** When a paper goes with goods: a line of the office's table. */
export interface PaperRule {
  /** Its name in the office's table, without spaces. */
  readonly id: string;
  /** As the paper is called. */
  readonly title: string;
  /** It is asked for where any leg goes by one of these. */
  readonly modes: readonly Leg['mode'][];
  /** Regions that goods are delivered to, with all that lies in them; empty: any. */
  readonly destinations: readonly string[];
  /** Goods that it is of; empty: any. */
  readonly commodities: readonly string[];
  /** First day, local to the origin, on which it is asked for; null: always was. */
  readonly from: string | null;
  /** What it stands on. */
  readonly basis: string;
}

/** What an office starts with; it keeps the table itself (`paperRules` of its policy). Collected from summaries, to be confirmed by the office. */
export const PAPER_RULES: readonly PaperRule[] = [
  {
    id: 'domestic-manifest',
    title: 'Manifes domestik perdagangan antarpulau',
    modes: ['sea'],
    destinations: [],
    commodities: [],
    from: '2020-11-18',
    basis: 'Permendag 92/2020',
  },
  {
    id: 'quarantine-certificate',
    title: 'Sertifikat karantina antararea',
    modes: ['sea', 'air'],
    destinations: [],
    commodities: ['granulated-coconut-sugar'],
    from: '2019-10-18',
    basis: 'UU 21/2019',
  },
];

/** Where goods go, and how, on a day. */
export interface Route {
  readonly destination: string;
  readonly commodities: readonly string[];
  readonly legs: readonly Pick<Leg, 'mode'>[];
  readonly on: string;
}

/** The rules that ask for a paper on this way. */
function askedFor(rules: readonly PaperRule[], { destination, commodities, legs, on }: Route): PaperRule[] {
  return rules.filter(
    (rule) =>
      (rule.from === null || rule.from <= on) &&
      legs.some(({ mode }) => rule.modes.includes(mode)) &&
      (rule.destinations.length === 0 || rule.destinations.some((region) => covers(region, destination))) &&
      (rule.commodities.length === 0 || commodities.some((commodity) => rule.commodities.includes(commodity))),
  );
}

/**
 * @throws DomainError INVALID where a paper that is asked for has neither a number nor a reason why it is missing
 */
export function refusePapers(papers: readonly Paper[], rules: readonly PaperRule[], route: Route): void {
  const kinds = new Set(papers.map(({ kind }) => kind));
  if (kinds.size !== papers.length || papers.some(({ number, missing }) => (number === null) === (missing === null))) {
    throw new DomainError('INVALID.load-paper');
  }
  const lacking = askedFor(rules, route).filter(({ id }) => !kinds.has(id));
  if (lacking.length === 0) return;
  const list = lacking.map(({ title, id }) => `${title} (${id})`).join(', ');
  throw new DomainError('INVALID.load-papers', { list }, [faultAt('/papers', says('papers-asked', { list }))]);
}
