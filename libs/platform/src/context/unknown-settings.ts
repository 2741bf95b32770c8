import { isSecret } from './secret.js';
import { SETTING_NAMES } from './setting-names.js';

/** Variables by which Kubernetes tells pods of a Service, whose name may begin with ours. */
const OF_KUBERNETES = /_(SERVICE_HOST|SERVICE_PORT\w*|PORT|PORT_\d+_\w+)$/;
const FILE = '_FILE';

/**
 * Variables that look like settings and are none, which somebody may believe to have set.
 *
 * @param type class of the settings that the process reads
 * @returns a line each, with the name of the setting that may be meant and without values
 */
export function unknownSettings(type: new () => object, env: NodeJS.ProcessEnv = process.env): string[] {
  const known = new Set<string>(SETTING_NAMES);
  const own = new type();
  const comesFromFile = (name: string): boolean => known.has(name) && (isSecret(type, name) || !(name in own));
  return Object.keys(env)
    .filter((name) => name.startsWith('SERAP_') && !known.has(name) && !OF_KUBERNETES.test(name))
    .filter((name) => !name.endsWith(FILE) || !comesFromFile(name.slice(0, -FILE.length)))
    .map((name) => `${name} is no setting, and does nothing; ${hint(name)}`);
}

function hint(name: string): string {
  const base = name.endsWith(FILE) ? name.slice(0, -FILE.length) : '';
  if ((SETTING_NAMES as readonly string[]).includes(base)) return `${base} does not come from a file`;
  return `the nearest one is ${nearest(name)}`;
}

function nearest(name: string): string {
  const [first] = [...SETTING_NAMES].sort((a, b) => distance(a, name) - distance(b, name));
  return first ?? '';
}

/** How many letters have to be put in, taken out or changed. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, letter] of Array.from(one).entries()) {
    const next = [i + 1];
    for (const [j, counterpart] of Array.from(other).entries()) {
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === counterpart ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
