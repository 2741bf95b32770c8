import { regencyOf } from '#kernel/region-code.js';
import { regionRows } from '#platform/regions/region-list.js';

export interface RegionName {
  /** What kind of government it is; a name reads differently in each language. */
  readonly kind: 'province' | 'regency' | 'city';
  readonly name: string;
}

/** Names of provinces and regencies by Kemendagri code. Source: idn-area-data (ODbL), credited on the page. */
export class RegionNames {
  private readonly names = new Map<string, RegionName>();

  constructor() {
    for (const level of ['provinces', 'regencies'] as const) {
      for (const line of regionRows(level)) {
        const cells = line.split(',');
        this.names.set(cells[0] ?? '', nameOf(cells.at(-1) ?? ''));
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
}

function nameOf(official: string): RegionName {
  const kind = official.startsWith('KABUPATEN ') ? 'regency' : official.startsWith('KOTA ') ? 'city' : 'province';
  const bare = official.replace(/^(KABUPATEN|KOTA) /, '');
  const name = bare.toLowerCase().replace(/(^|[\s'-])(\p{L})/gu, (all: string) => all.toUpperCase());
  return { kind, name: name.replace(/^Dki\b/, 'DKI').replace(/^Di\b/, 'DI') };
}
