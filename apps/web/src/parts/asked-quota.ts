/** `?kuota=<row>:<base units more>` of an address: what a sentence of the first page asks for. */
const PARAMETER = 'kuota';

/** A quota that somebody wants raised, by so many base units. */
export interface AskedQuota {
  readonly row: string;
  readonly more: number;
}

/** The address at which the addendum lies open with a row's quota raised. */
export function addressOfQuota(agreement: string, { row, more }: AskedQuota): string {
  return `/kerja-sama?${PARAMETER}=${encodeURIComponent(`${row}:${String(more)}`)}#${agreement}`;
}

/** What an address asks for. @param search its part from the question mark on */
export function askedIn(search: string): AskedQuota | undefined {
  const [row = '', more = ''] = (new URLSearchParams(search).get(PARAMETER) ?? '').split(':');
  return row !== '' && /^[1-9]\d{0,14}$/.test(more) ? { row, more: Number(more) } : undefined;
}

/** It has been answered: whoever reloads the page goes on with what they typed. */
export function forgetAsked(): void {
  const { pathname, hash } = location;
  history.replaceState(history.state, '', pathname + hash);
}
