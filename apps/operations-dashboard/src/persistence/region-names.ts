import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { regencyOf } from '#kernel/region-code.js';

export interface RegionName {
  /** What kind of government it is; a name reads differently in each language. */
  readonly kind: 'province' | 'regency' | 'city';
  readonly name: string;
}

/** Names of provinces and regencies by Kemendagri code. Source: idn-area-data (ODbL), credited on the page. */
export class RegionNames {
  private readonly names = new Map<string, RegionName>();

  constructor() {
    const require = createRequire(import.meta.url);
    const folder = pathToFileURL(require.resolve('idn-area-data/package.json'));
    for (const file of ['provinces', 'regencies']) {
      const text = readFileSync(new URL(`data/${file}.csv`, folder), 'utf8');
      const [header = '', ...lines] = text.trim().split(/\r?\n/);
      const nameAt = header.split(',').indexOf('name');
      for (const line of lines) {
        const cells = line.split(',');
        this.names.set(cells[0] ?? '', nameOf(cells[nameAt] ?? ''));
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
