import { covers } from './region-code.js';

/** A code that the list no longer has, or that means less than before, since a day. */
export interface RegionChange {
  readonly code: string;
  /** First day of the new list. */
  readonly since: string;
  /** Today's codes of what the code meant before that day; the code itself among them where it stays. */
  readonly became: readonly string[];
  /** What changed it. */
  readonly basis: string;
}

type Pairs = readonly (readonly [code: string, became: string])[];

function renumbered(since: string, basis: string, pairs: Pairs): RegionChange[] {
  return pairs.map(([code, became]) => ({ code, since, became: [became], basis }));
}

const SOUTH_CENTRAL_HIGHLAND = 'UU 14, 15, 16/2022';
const SOUTH_WEST = 'UU 29/2022';
const NORTH_KALIMANTAN = 'UU 20/2012';
const WEST_SULAWESI = 'UU 26/2004';

/**
 * What happened to the ministry's codes since 2004: provinces that were split, and the regencies that got another code
 * with it. The day is the one on which the law was enacted. The last three of Sulawesi are given in the order in which
 * both lists count them; no gazette was at hand.
 */
export const REGION_CHANGES: readonly RegionChange[] = [
  { code: '73', since: '2004-10-05', became: ['73', '76'], basis: WEST_SULAWESI },
  ...renumbered('2004-10-05', WEST_SULAWESI, [
    ['73.23', '76.03'],
    ['73.25', '76.01'],
    ['73.19', '76.04'],
    ['73.20', '76.05'],
    ['73.21', '76.02'],
  ]),
  { code: '64', since: '2012-11-16', became: ['64', '65'], basis: NORTH_KALIMANTAN },
  ...renumbered('2012-11-16', NORTH_KALIMANTAN, [
    ['64.04', '65.01'],
    ['64.05', '65.03'],
    ['64.06', '65.02'],
    ['64.10', '65.04'],
    ['64.73', '65.71'],
  ]),
  { code: '91', since: '2022-07-25', became: ['91', '93', '94', '95'], basis: SOUTH_CENTRAL_HIGHLAND },
  ...renumbered('2022-07-25', SOUTH_CENTRAL_HIGHLAND, [
    ['91.01', '93.01'],
    ['91.16', '93.02'],
    ['91.17', '93.03'],
    ['91.18', '93.04'],
    ['91.04', '94.01'],
    ['91.07', '94.02'],
    ['91.08', '94.03'],
    ['91.09', '94.04'],
    ['91.25', '94.05'],
    ['91.26', '94.06'],
    ['91.27', '94.07'],
    ['91.28', '94.08'],
    ['91.02', '95.01'],
    ['91.12', '95.02'],
    ['91.13', '95.03'],
    ['91.14', '95.04'],
    ['91.21', '95.05'],
    ['91.22', '95.06'],
    ['91.23', '95.07'],
    ['91.24', '95.08'],
  ]),
  { code: '92', since: '2022-12-08', became: ['92', '96'], basis: SOUTH_WEST },
  ...renumbered('2022-12-08', SOUTH_WEST, [
    ['92.01', '96.01'],
    ['92.04', '96.02'],
    ['92.05', '96.03'],
    ['92.09', '96.04'],
    ['92.10', '96.05'],
    ['92.71', '96.71'],
  ]),
];

const CHANGE_OF = new Map(REGION_CHANGES.map((change) => [change.code, change]));

/** The change that took a code, or the regency that it lies in, off the list; undefined: it is on the list or never was. */
export function abolition(code: string): RegionChange | undefined {
  const change = CHANGE_OF.get(code.slice(0, 5)) ?? CHANGE_OF.get(code.slice(0, 2));
  return change && !change.became.some((now) => code === now || code.startsWith(`${now}.`)) ? change : undefined;
}

/**
 * Today's codes of what a code meant by the list of a day: a region that was split since, or got another number.
 *
 * @param day YYYY-MM-DD
 * @returns the code itself alone where nothing has changed since
 */
export function meaningOf(code: string, day: string): readonly string[] {
  const change = CHANGE_OF.get(code) ?? CHANGE_OF.get(code.slice(0, 5));
  if (!change || change.since <= day) return [code];
  return change.became.map((now) => `${now}${code.slice(change.code.length)}`);
}

/** Whether a region covered another one by the list of a day: all that it meant then, by today's codes. */
export function coversOn(covering: string, code: string, day: string): boolean {
  return covers(covering, code) || meaningOf(covering, day).some((part) => covers(part, code));
}

/** No agreement is older: PP 28/2018, under which they are made. */
const FIRST_AGREEMENTS = '2018-07-19';
const SPLIT_OF = new Map(
  REGION_CHANGES.filter(({ since, became }) => became.length > 1 && since > FIRST_AGREEMENTS).flatMap(
    ({ code, became }) => became.map((part) => [part, code] as const),
  ),
);

/**
 * A region's way in the tree of all lists: what a province was split into lies below it, with today's codes. So what a
 * row covers that was agreed before the split is told by whole parts, as everywhere: `covers(wayOf('91', '2019-03-04'),
 * wayOf('93.01'))`. Of regions that were not split since there are agreements it is the code itself.
 *
 * @param day by whose list the code is meant; absent: today's
 */
export function wayOf(code: string, day = '9999-12-31'): string {
  if (!SPLIT_OF.has(code.slice(0, 2))) return code;
  const [today = code, ...others] = meaningOf(code, day);
  if (others.length > 0) return code;
  const whole = SPLIT_OF.get(today.slice(0, 2));
  return whole === undefined ? today : `${whole}.${today}`;
}

/** The code of today at the end of a way; of anything else the text itself. */
export function codeAtEnd(way: string): string {
  const [whole = '', part = ''] = way.split('.', 2);
  return part !== '' && SPLIT_OF.get(part) === whole ? way.slice(whole.length + 1) : way;
}
