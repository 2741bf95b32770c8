import type { MatchingResult } from '#matching/format/result.js';
import { verify } from '#matching/verify/verify.js';
import { EXIT } from './exit.js';
import { readMarketFile } from './market-file.js';
import { afterPromises } from './match.js';
import { readResult } from './read-result.js';

/** `serap verify-match`: exit code 0 when the result is proved, 1 when it is not. */
export async function verifyMatchCommand(marketPath: string, resultPath: string, mode: string): Promise<number> {
  const market = await readMarketFile(marketPath);
  const result = await readResult(resultPath);
  const { verified, faults } = verify(mode === 'promise' ? afterPromises(market, result) : market, result);
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
