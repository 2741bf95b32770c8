import type { Refused } from '../api/client.js';

/**
 * Says a refusal in the page's words, and in the service's own where there are none.
 *
 * @param names of the contributors that were sent, in their order
 * @param words by the last part of an error's pointer
 */
export function refusalOf(
  names: readonly (string | undefined)[],
  words: Readonly<Record<string, string>>,
): (refused: Refused) => string {
  return ({ problem: { code, detail, errors = [] } }) => {
    const parts = errors.map(({ pointer, message }) => {
      const [, list = '', index, field = list] = pointer.split('/');
      const name = list === 'contributions' ? names[Number(index)] : undefined;
      const said = words[field] ?? `${field} ${message}`;
      return name === undefined ? said : `${name}: ${said}`;
    });
    return parts.length > 0 ? [...new Set(parts)].join(' · ') : (detail ?? code);
  };
}
