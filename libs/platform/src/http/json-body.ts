import { says } from '#kernel/refusals/sentences.js';
import { DomainError, faultAt } from '#kernel/domain-error.js';
import { escapePointer } from './validation.js';

const MAX_DEPTH = 32;

/**
 * Parses a JSON body after looking at its depth, so that no recursive code ever meets 200,000 levels.
 *
 * @throws DomainError MALFORMED_JSON for what is not JSON in UTF-8, is nested deeper than 32
 * @throws DomainError INVALID for a name that every object inherits, `__proto__` or `constructor`
 */
export function parseJsonBody(body: Buffer): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    throw new DomainError('MALFORMED_JSON.utf8');
  }
  if (text.trim() === '') throw new DomainError('MALFORMED_JSON.empty');
  if (tooDeep(text)) throw new DomainError('MALFORMED_JSON.deep', { n: MAX_DEPTH });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new DomainError('MALFORMED_JSON.syntax');
  }
  refuseInherited(value, '');
  return value;
}

/** Every object has these already, so that the validator would take them for known fields. */
function refuseInherited(value: unknown, pointer: string): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const at = `${pointer}/${escapePointer(key)}`;
    if (!Array.isArray(value) && key in Object.prototype) {
      throw new DomainError('INVALID', {}, [faultAt(at, says('unknown'))]);
    }
    refuseInherited(inner, at);
  }
}

function tooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charCodeAt(index);
    if (quoted) {
      if (char === 0x5c) index += 1;
      else if (char === 0x22) quoted = false;
    } else if (char === 0x22) {
      quoted = true;
    } else if (char === 0x7b || char === 0x5b) {
      depth += 1;
      if (depth > MAX_DEPTH) return true;
    } else if (char === 0x7d || char === 0x5d) {
      depth -= 1;
    }
  }
  return false;
}
