import type { MatchingResult } from '#matching/format/result.js';
import { checkGains } from '#matching/gains.js';
import { verify } from '#matching/verify/verify.js';
import { EXIT } from './exit.js';
import { readMarketFile } from './market-file.js';
import { afterPromises } from './match.js';
import { readResult } from './read-result.js';

export interface VerifyOptions {
  mode: 'bind' | 'promise';
  /** So many gains are carried out and solved; 0: none. */
  gains: number;
}

/** `serap verify-match`: exit code 0 when the result is proved, 1 when it is not. */
export async function verifyMatchCommand(
  marketPath: string,
  resultPath: string,
  { mode, gains }: VerifyOptions,
): Promise<number> {
  const market = await readMarketFile(marketPath);
  const result = await readResult(resultPath);
  const { faults } = verify(mode === 'promise' ? afterPromises(market, result) : market, result);
  if (gains > 0 && faults.length === 0) {
    const check = checkGains(market, result, gains);
    faults.push(...check.faults);
    process.stdout.write(`gains: ${String(check.tried)} of ${String(check.told)} solved anew\n`);
  }
  const verified = faults.length === 0;
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  process.stdout.write(
    verified
      ? `verified: ${String(result.totals.quantity)} units, gap ${String(result.proof.gap)}${notShown(result)}\n`
      : 'NOT verified\n',
  );
  return verified ? EXIT.ok : EXIT.partial;
}

/** What sacks and least quantities leave open: see `proof.unproved`. */
export function notShown({ proof: { unproved = [] } }: MatchingResult): string {
  return unproved.length === 0 ? '' : `; not shown: ${unproved.join(', ')}`;
}
