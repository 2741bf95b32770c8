import { originFault, regionRows, wasRegency } from '#platform/regions/region-list.js';
import { RegencyPlaces } from './regency-places.js';

/** Where a producer lives, by name. */
export interface Place {
  readonly village: string;
  readonly district: string;
}

/** Villages and kelurahan that exist, by Kemendagri code: some 84,000. Source: idn-area-data (ODbL), docs/decisions/0007. */
export class Villages {
  private regencies: ReadonlyMap<string, RegencyPlaces> | undefined;

  /**
   * Called by Nest. Villages are read before the first request: 3 MB, some 150 ms, on a busy machine some seconds. They were once read in
   * the first registration's transaction, which has 5 s.
   */
  onModuleInit(): void {
    this.places();
  }

  /** @param code NN.NN.NN.NNNN */
  has(code: string): boolean {
    return this.nameOf(code) !== undefined;
  }

  readonly wasRegency = wasRegency;
  readonly originFault = originFault;

  /** @returns undefined for a code that is no village's */
  placeOf(code: string): Place | undefined {
    const village = this.nameOf(code);
    if (village === undefined) return undefined;
    return { village, district: this.places().get(code.slice(0, 5))?.nameOf(code.slice(0, 8)) ?? '' };
  }

  /**
   * Codes of the villages and the districts that have a text in their name, without regard to case.
   *
   * @param within code of the regency; null: everywhere
   */
  codesNamed(text: string, within: string | null): string[] {
    const part = text.toLowerCase();
    if (within !== null) return this.places().get(within)?.codesNamed(part) ?? [];
    return [...this.places().values()].flatMap((regency) => regency.codesNamed(part));
  }

  /** Codes of the villages of a regency that are called so, without regard to case. */
  codesOf(name: string, regency: string): readonly string[] {
    return this.places().get(regency)?.villagesCalled(name.toLowerCase()) ?? [];
  }

  private nameOf(code: string): string | undefined {
    return /^\d\d(\.\d\d){2}\.\d{4}$/.test(code) ? this.places().get(code.slice(0, 5))?.nameOf(code) : undefined;
  }

  private places(): ReadonlyMap<string, RegencyPlaces> {
    this.regencies ??= readPlaces();
    return this.regencies;
  }
}

/** From tables whose columns are code, code of what it lies in, and name. */
function readPlaces(): ReadonlyMap<string, RegencyPlaces> {
  const places = new Map<string, [string, string][]>();
  for (const file of ['districts', 'villages'] as const) {
    for (const line of regionRows(file)) {
      const [, code, name] = /^([\d.]+),[\d.]+,(.*)$/.exec(line) ?? [];
      if (code === undefined || name === undefined) continue;
      const regency = places.get(code.slice(0, 5));
      if (regency) regency.push([code, name]);
      else places.set(code.slice(0, 5), [[code, name]]);
    }
  }
  return new Map([...places].map(([regency, own]) => [regency, new RegencyPlaces(regency, own)]));
}
