import { covers, regencyOf } from '#kernel/region-code.js';
import { regionRows } from './region-list.js';

export interface RegionName {
  /** What kind of government it is; a name reads differently in each language. */
  readonly kind: 'province' | 'regency' | 'city';
  readonly name: string;
}

/** A region with a government of its own, as somebody finds it who knows its name. */
export interface FoundRegion extends RegionName {
  readonly code: string;
  /** Name of its province; null: it is one. */
  readonly province: string | null;
}

/** A region with its name's letters, and those without doubles. */
interface Written extends RegionName {
  readonly code: string;
  readonly plain: string;
  readonly squeezed: string;
}

/** Names of provinces and regencies by Kemendagri code. Source: idn-area-data (ODbL), credited on the page. */
export class RegionNames {
  private readonly names = new Map<string, RegionName>();
  /** Prepared once: a file asks for them a row. */
  private readonly written: Written[] = [];

  constructor() {
    for (const level of ['provinces', 'regencies'] as const) {
      for (const line of regionRows(level)) {
        const cells = line.split(',');
        const [code = ''] = cells;
        const name = nameOf(cells.at(-1) ?? '');
        this.names.set(code, name);
        const letters = plain(name.name);
        this.written.push({ code, ...name, plain: letters, squeezed: squeezed(letters) });
      }
    }
  }

  /** The names of all codes among `codes` that are known; a village goes by its regency. */
  of(codes: Iterable<string>): Record<string, RegionName> {
    const found: Record<string, RegionName> = {};
    for (const code of codes) {
      const name = this.names.get(code) ?? this.names.get(regencyOf(code));
      if (name) found[code] = name;
    }
    return found;
  }

  /** The names of `codes`, and of every region inside one of them: where goods for a partner may go. */
  within(codes: readonly string[]): Record<string, RegionName> {
    const inside = [...this.names].filter(([code]) => codes.some((each) => covers(each, code)));
    return { ...Object.fromEntries(inside), ...this.of(codes) };
  }

  /**
   * Regions by part of their name, with or without "Kabupaten" or "Kota", or by the start of their code; those whose name
   * begins so come first, then by code.
   *
   * @param most how many are given
   */
  find(text: string, most: number): FoundRegion[] {
    const wanted = text.trim().toLowerCase().replace(/\s+/g, ' ');
    const bare = wanted.replace(/^(kabupaten|kab\.?|kota|provinsi) (?=.)/, '');
    const kind = KINDS.find(([word]) => wanted.startsWith(word) && bare !== wanted)?.[1];
    const matches = [...this.names].filter(
      ([code, region]) =>
        (kind === undefined || region.kind === kind) &&
        (region.name.toLowerCase().includes(bare) || code.startsWith(wanted)),
    );
    const late = ([, { name }]: readonly [string, RegionName]): number => (name.toLowerCase().startsWith(bare) ? 0 : 1);
    return matches
      .sort((one, other) => late(one) - late(other) || (one[0] < other[0] ? -1 : 1))
      .slice(0, most)
      .map(([code, region]) => ({ code, ...region, province: this.provinceOf(code) }));
  }

  /**
   * Regions that are called so, as people write it: without regard to case, dots and spaces, with or without what kind of
   * government it is, and with the province behind a comma or in brackets.
   */
  called(text: string): FoundRegion[] {
    const { kind, bare, province } = partsOf(text);
    return this.where(
      (region) =>
        region.plain === bare &&
        (kind === undefined || region.kind === kind) &&
        (province === '' || plain(this.provinceOf(region.code) ?? '') === province),
    );
  }

  /** Regions that may be meant by a name that none has: which have it in theirs, or differ in a doubled letter. */
  near(text: string): FoundRegion[] {
    const { kind, bare } = partsOf(text);
    const wanted = squeezed(bare);
    if (wanted.length < 4) return [];
    return this.where((region) => (kind === undefined || region.kind === kind) && region.squeezed.includes(wanted));
  }

  /** As its sender checks it: "Kota Makassar, Sulawesi Selatan"; empty for what nobody knows. */
  inWords(code: string): string {
    const [region] = Object.values(this.of([code]));
    if (region === undefined) return '';
    const name = [OFFICIAL[region.kind], region.name].filter((part) => part !== '').join(' ');
    return [name, this.provinceOf(code)].filter((part) => part !== null).join(', ');
  }

  private where(wanted: (region: Written) => boolean): FoundRegion[] {
    return this.written
      .filter(wanted)
      .map(({ code, kind, name }) => ({ code, kind, name, province: this.provinceOf(code) }));
  }

  private provinceOf(code: string): string | null {
    return code.length > 2 ? (this.names.get(code.slice(0, 2))?.name ?? null) : null;
  }
}

const OFFICIAL: Readonly<Record<RegionName['kind'], string>> = { province: '', regency: 'Kabupaten', city: 'Kota' };

/** The name of a region as somebody wrote it, in its parts. */
function partsOf(text: string): {
  readonly kind: RegionName['kind'] | undefined;
  readonly bare: string;
  readonly province: string;
} {
  const [head = '', ...behind] = text
    .toLowerCase()
    .split(/[,()/]| - /)
    .map((part) => part.trim())
    .filter((part) => /\p{L}/u.test(part));
  const [, word = '', bare = head] =
    /^(?:pemerintah |pem)?(kabupaten|kab|kotamadya|kota|kot|provinsi|propinsi|prov)\b[. ]*(.+)$/.exec(head) ?? [];
  const kind =
    word === '' ? undefined : word.startsWith('kab') ? 'regency' : word.startsWith('kot') ? 'city' : 'province';
  return {
    kind,
    bare: plain(bare),
    province: plain((behind[0] ?? '').replace(/^(provinsi|propinsi|prov)\b[. ]*/, '')),
  };
}

/** Letters alone, with the abbreviations of official names written out. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/^(administrasi|adm)\b[. ]*/, '')
    .replace(/\bkep\b\.?/, 'kepulauan')
    .replace(/^(daerah istimewa|d\.? ?i\.?) +(?=\p{L})/u, 'daerahistimewa')
    .replaceAll(/[^\p{L}]/gu, '');
}

function squeezed(letters: string): string {
  return letters.replaceAll(/(.)\1+/g, '$1');
}

/** Words that stand before a name, and the kind that they name. */
const KINDS: readonly (readonly [string, RegionName['kind']])[] = [
  ['kab', 'regency'],
  ['kota', 'city'],
  ['provinsi', 'province'],
];

function nameOf(official: string): RegionName {
  const kind = official.startsWith('KABUPATEN ') ? 'regency' : official.startsWith('KOTA ') ? 'city' : 'province';
  const bare = official.replace(/^(KABUPATEN|KOTA) /, '');
  const name = bare.toLowerCase().replace(/(^|[\s'-])(\p{L})/gu, (all: string) => all.toUpperCase());
  return { kind, name: name.replace(/^Dki\b/, 'DKI').replace(/^Di\b/, 'DI') };
}
