import { LIMITS, tooLarge } from './limits.js';
import { shownBy, shownByCode, type Shown } from './number-formats.js';
import { SharedStrings } from './shared-strings.js';
import { unreadable, type XlsxParts, type XmlHandler } from './xlsx-parts.js';

/** A sheet as the workbook lists it. */
export interface Sheet {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
}

/** What a workbook says before its sheets are read. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Days from 1970-01-01 to the workbook's day 0. */
  readonly firstDay: number;
  readonly strings: readonly string[];
  /** By number of a cell's style: how it shows a number. */
  readonly shown: readonly Shown[];
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

/** @throws DomainError FILE_UNREADABLE, TOO_LARGE */
export async function readWorkbook(parts: XlsxParts): Promise<Workbook> {
  const roots = await relationsOf(parts, '');
  const main = [...roots.values()].find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const relations = await relationsOf(parts, main);
  const named: { name: string; id: string; isHidden: boolean }[] = [];
  let firstDay = -25_569;
  await readWhole(parts, main, (name, attributes) => {
    if (name === 'workbookPr' && /^(1|true)$/.test(attributes['date1904'] ?? '')) firstDay = -24_107;
    if (name !== 'sheet') return;
    if (named.length === LIMITS.sheets) throw tooLarge();
    const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
    named.push({ name: attributes['name'] ?? '', id, isHidden: /hidden/i.test(attributes['state'] ?? '') });
  });
  const sheets = named.flatMap(({ name, id, isHidden }) => {
    const relation = relations.get(id);
    // A sheet may be nothing but a chart.
    return relation && relation.type !== 'chartsheet' ? [{ name, part: relation.target, isHidden }] : [];
  });
  const partOf = (type: string, usual: string): string =>
    [...relations.values()].find((relation) => relation.type === type)?.target ?? usual;
  if (sheets.length === 0) throw unreadable();
  return {
    sheets,
    firstDay,
    strings: await readStrings(parts, partOf('sharedStrings', 'xl/sharedStrings.xml')),
    shown: await readStyles(parts, partOf('styles', 'xl/styles.xml')),
  };
}

/** What a part refers to, by id. @param part of the archive; empty: the archive itself */
async function relationsOf(parts: XlsxParts, part: string): Promise<Map<string, Relation>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const relations = new Map<string, Relation>();
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
  if (!parts.has(name)) return relations;
  await readWhole(parts, name, (tag, { Id = '', Target = '', Type = '' }) => {
    if (tag !== 'Relationship') return;
    relations.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target: resolved(folder, Target) });
  });
  return relations;
}

function resolved(folder: string, target: string): string {
  return decodeURI(new URL(target.replaceAll('\\', '/'), `file:///${folder}`).pathname).slice(1);
}

async function readStrings(parts: XlsxParts, name: string): Promise<readonly string[]> {
  const strings = new SharedStrings();
  if (parts.has(name)) await readAll(parts, name, strings, LIMITS.stringsBytes);
  return strings.texts;
}

async function readStyles(parts: XlsxParts, name: string): Promise<Shown[]> {
  const styles: Shown[] = [];
  if (!parts.has(name)) return styles;
  const custom = new Map<string, Shown>();
  let inCells = false;
  await readAll(parts, name, {
    open: (tag, { numFmtId = '0', formatCode = '' }) => {
      if (tag === 'numFmt') custom.set(numFmtId, shownByCode(formatCode));
      if (tag === 'cellXfs') inCells = true;
      if (custom.size > LIMITS.styles || styles.length > LIMITS.styles) throw tooLarge();
      if (tag === 'xf' && inCells) styles.push(custom.get(numFmtId) ?? shownBy(Number(numFmtId)));
    },
    text: () => undefined,
    close: (tag) => {
      if (tag === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

async function readWhole(parts: XlsxParts, name: string, open: XmlHandler['open']): Promise<void> {
  await readAll(parts, name, { open, text: () => undefined, close: () => undefined });
}

async function readAll(
  parts: XlsxParts,
  name: string,
  handler: XmlHandler,
  maxBytes: number = LIMITS.otherPartBytes,
): Promise<void> {
  for await (const _ of parts.read(name, handler, maxBytes));
}
