import { originFault, regionRows, wasRegency } from '#platform/regions/region-list.js';

/** Where a producer lives, by name. */
export interface Place {
  readonly village: string;
  readonly district: string;
}

/** Villages and kelurahan that exist, by Kemendagri code: some 84,000. Source: idn-area-data (ODbL), docs/decisions/0007. */
export class Villages {
  private villages: ReadonlyMap<string, string> | undefined;
  private districts: ReadonlyMap<string, string> | undefined;
  /** Codes by name, of the regencies that were asked for. */
  private readonly called = new Map<string, Map<string, readonly string[]>>();

  /**
   * Called by Nest. Villages are read before the first request: 3 MB, some 150 ms, on a busy machine some seconds. They were once read in
   * the first registration's transaction, which has 5 s.
   */
  onModuleInit(): void {
    this.names();
  }

  /** @param code NN.NN.NN.NNNN */
  has(code: string): boolean {
    return this.names().has(code);
  }

  readonly wasRegency = wasRegency;
  readonly originFault = originFault;

  /** @returns undefined for a code that is no village's */
  placeOf(code: string): Place | undefined {
    const village = this.names().get(code);
    if (village === undefined) return undefined;
    return { village, district: this.namesOfDistricts().get(code.slice(0, 8)) ?? '' };
  }

  /**
   * Codes of the villages and the districts that have a text in their name, without regard to case.
   *
   * @param within code of the regency; null: everywhere
   */
  codesNamed(text: string, within: string | null): string[] {
    const part = text.toLowerCase();
    const prefix = within === null ? '' : `${within}.`;
    const codes: string[] = [];
    for (const names of [this.namesOfDistricts(), this.names()]) {
      for (const [code, name] of names) {
        if (code.startsWith(prefix) && name.toLowerCase().includes(part)) codes.push(code);
      }
    }
    return codes;
  }

  /** Codes of the villages of a regency that are called so, without regard to case. */
  codesOf(name: string, regency: string): readonly string[] {
    let called = this.called.get(regency);
    if (!called) {
      called = new Map();
      for (const [code, other] of this.names()) {
        if (!code.startsWith(`${regency}.`)) continue;
        called.set(other.toLowerCase(), [...(called.get(other.toLowerCase()) ?? []), code]);
      }
      this.called.set(regency, called);
    }
    return called.get(name.toLowerCase()) ?? [];
  }

  private names(): ReadonlyMap<string, string> {
    this.villages ??= readNames('villages');
    return this.villages;
  }

  private namesOfDistricts(): ReadonlyMap<string, string> {
    this.districts ??= readNames('districts');
    return this.districts;
  }
}

/** Names by code, from a table whose columns are code, code of what it lies in, and name. */
function readNames(file: 'villages' | 'districts'): ReadonlyMap<string, string> {
  return new Map(
    regionRows(file)
      .map((line) => /^([\d.]+),[\d.]+,(.*)$/.exec(line))
      .flatMap((match) => (match ? [[match[1] ?? '', match[2] ?? ''] as const] : [])),
  );
}
