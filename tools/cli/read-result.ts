import { MalformedMarket } from '#matching/format/faults.js';
import type { MatchingResult } from '#matching/format/result.js';
import { parse, readText } from './market-file.js';

/** Reads a result far enough for the verifier, which itself distrusts every figure. */
export async function readResult(path: string): Promise<MatchingResult> {
  const json = parse(await readText(path), '');
  const fail = (pointer: string, message: string): never => {
    throw new MalformedMarket([{ pointer, message }]);
  };
  if (!isObject(json)) return fail('', 'must be a result object');
  for (const [name, text] of [
    ['allocations', ['lot', 'line', 'term']],
    ['unfilled', ['line']],
    ['unsold', ['lot']],
  ] as const) {
    const list = json[name];
    if (!Array.isArray(list)) return fail(`/${name}`, 'must be an array');
    list.forEach((entry: unknown, at) => {
      const good =
        isObject(entry) &&
        typeof entry.quantity === 'number' &&
        text.every((field) => typeof entry[field] === 'string');
      if (!good) fail(`/${name}/${String(at)}`, `must hold quantity and ${text.join(', ')}`);
      if (
        name !== 'allocations' &&
        !(isObject(entry) && Array.isArray(entry.reasons) && entry.reasons.every(isObject))
      ) {
        fail(`/${name}/${String(at)}/reasons`, 'must be an array of reasons');
      }
      if (name === 'allocations' && !(isObject(entry) && isObject(entry.why))) {
        fail(`/${name}/${String(at)}/why`, 'must be an object');
      }
      if (
        name === 'allocations' &&
        isObject(entry) &&
        entry.shares !== undefined &&
        !(Array.isArray(entry.shares) && entry.shares.every(isObject))
      ) {
        fail(`/${name}/${String(at)}/shares`, 'must be an array of shares');
      }
    });
  }
  if (!isObject(json.totals)) return fail('/totals', 'must be an object');
  if (!isObject(json.proof)) return fail('/proof', 'must be an object');
  for (const name of ['cut', 'tied'] as const) {
    const elements = json.proof[name];
    if (!Array.isArray(elements) || !elements.every(isObject)) return fail(`/proof/${name}`, 'must be an array');
  }
  return json as unknown as MatchingResult;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
