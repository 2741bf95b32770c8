import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { abolition } from '#kernel/region-changes.js';
import { isRegionCode } from '#kernel/region-code.js';
import { says } from '#kernel/refusals/sentences.js';
import type { Words } from '#kernel/refusals/words.js';

/**
 * The regions of Indonesia by the ministry's codes, as the list of today has them: the one place that knows which exist.
 * Source: idn-area-data (ODbL), docs/decisions/0007. What happened to codes that it no longer has: region-changes.ts.
 */
const LEVELS = { 2: 'provinces', 5: 'regencies', 8: 'districts', 13: 'villages' } as const;
type Level = keyof typeof LEVELS;

const listed = new Map<Level, ReadonlySet<string>>();

/** Whether a code is on the list, at whatever level. The first village that is asked for reads 84,000 lines. */
export function regionExists(code: string): boolean {
  return code.length in LEVELS && codesOf(code.length as Level).has(code);
}

/** Whether it is a regency or city that exists. */
export function isRegency(code: string): boolean {
  return code.length === 5 && regionExists(code);
}

/** Whether a regency exists, or was on a list since 2004: what is in a NIK stays there. */
export function wasRegency(code: string): boolean {
  return isRegency(code) || (code.length === 5 && abolition(code) !== undefined);
}

/**
 * What is wrong with a code, for who wrote it: its shape, that no list has it, or that today's does not any more and what
 * took its place.
 *
 * @returns undefined when the region exists
 */
export function regionFault(code: string): Words | undefined {
  if (!isRegionCode(code)) return says('region');
  if (regionExists(code)) return undefined;
  const change = abolition(code);
  const list = REGION_LIST_EDITION;
  if (change === undefined) return says('region-unknown', { code, list });
  const { since, became, basis } = change;
  return says('region-abolished', { code, since, basis, successors: became.join(', ') });
}

/** The same of a government that signs or sells: a district or village has none. */
export function governmentFault(code: string): Words | undefined {
  return regionFault(code) ?? (code.length > 5 ? says('region-level') : undefined);
}

/** The same of whoever sells: goods come from a regency or city, each of which is a market. */
export function originFault(code: string): Words | undefined {
  return regionFault(code) ?? (isRegency(code) ? undefined : says('origin-code'));
}

/** The list itself, a level of it, as lines of CSV that begin with the code and end with the name. */
export function regionRows(level: (typeof LEVELS)[Level]): string[] {
  const [, ...lines] = readFileSync(inPackage(`data/${level}.csv`), 'utf8')
    .trim()
    .split(/\r?\n/);
  return lines;
}

/** Which list it is, for people: in each refusal, and with each release. */
export const REGION_LIST_EDITION = `idn-area-data ${version()}`;

function codesOf(level: Level): ReadonlySet<string> {
  const known = listed.get(level) ?? readCodes(level);
  listed.set(level, known);
  return known;
}

function readCodes(level: Level): ReadonlySet<string> {
  return new Set(regionRows(LEVELS[level]).map((line) => line.slice(0, level)));
}

function version(): string {
  return (JSON.parse(readFileSync(inPackage('package.json'), 'utf8')) as { version: string }).version;
}

function inPackage(file: string): URL {
  return new URL(file, pathToFileURL(createRequire(import.meta.url).resolve('idn-area-data/package.json')));
}
