import type { Regions, RegionName, Unit, Named, Reason } from '../api/types.js';
import { EN } from './en.js';
import { ID, type Words } from './id.js';
import { wordsOf, type Language, type ReasonParts, type ReasonWords } from './words.js';

const ZONE_OFFSETS = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 } as const;
const WIT = new Set(['81', '82', '91', '92', '93', '94', '95', '96']);
const WITA = new Set(['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76']);
const DIRECTIONS: Record<string, string> = {
  Utara: 'North',
  Selatan: 'South',
  Barat: 'West',
  Timur: 'East',
  Tengah: 'Central',
  Tenggara: 'Southeast',
};
const ISLANDS: Record<string, string> = { Jawa: 'Java', Sumatera: 'Sumatra' };

/** Says numbers, names and reasons in one language. Nothing else on the page turns data into words. */
export class Say {
  readonly words: Words;
  private readonly number: Intl.NumberFormat;

  constructor(
    readonly language: Language,
    private readonly regions: Regions,
  ) {
    this.words = language === 'id' ? ID : EN;
    this.number = new Intl.NumberFormat(this.words.locale, { maximumFractionDigits: 3 });
  }

  count(value: number): string {
    return this.number.format(value);
  }

  /** As people say it: tonnes from one tonne on, kodi beside pairs. */
  amount(quantity: number, unit: Unit): string {
    if (unit === 'GRAM' && quantity >= 1_000_000) return `${this.count(quantity / 1_000_000)} ${this.words.tonne}`;
    return this.exact(quantity, unit);
  }

  /** Part of a whole that is said in tonnes: in tonnes too from a tenth on, so that both compare at a glance. */
  part(quantity: number, whole: number, unit: Unit): string {
    if (unit === 'GRAM' && whole >= 1_000_000 && quantity >= 100_000) {
      return `${this.count(quantity / 1_000_000)} ${this.words.tonne}`;
    }
    return this.amount(quantity, unit);
  }

  /** In the unit of trade, for tables: kilograms, pairs, pieces. */
  exact(quantity: number, unit: Unit): string {
    if (unit === 'GRAM') return `${this.count(quantity / 1_000)} ${this.words.kilogram}`;
    const plain = `${this.count(quantity)} ${this.words.units[unit]}`;
    const kodi = unit === 'PAIR' && quantity > 0 && quantity % 20 === 0;
    return kodi ? `${plain} (${this.count(quantity / 20)} ${this.words.kodi})` : plain;
  }

  rupiah(value: number, unit: Unit): string {
    return `Rp${this.count(value)}/${this.words.unit[unit]}`;
  }

  /** The unit of trade: kilogram, pair, piece. */
  unitName(unit: Unit): string {
    return unit === 'GRAM' ? this.words.kilogram : this.words.units[unit];
  }

  /** Who is signed in, as what, and for which region. */
  who({ name, roles, region }: { readonly name: string; readonly roles: readonly string[]; readonly region: string }) {
    const named = roles.map((role) => wordsOf(this.words.sign.roles, role) ?? role);
    return [name, ...named, ...(region === '' ? [] : [region])].join(' · ');
  }

  /** A calendar date, e.g. "18 Maret 2019". */
  date(date: string): string {
    const options = { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' } as const;
    return new Date(`${date}T00:00:00Z`).toLocaleDateString(this.words.locale, options);
  }

  commodity(id: string, length: 'long' | 'short' = 'short'): string {
    return wordsOf(this.words.commodities, id)?.[length] ?? id.replaceAll('-', ' ');
  }

  region(code: string): string {
    const region = this.regions[code];
    if (!region) return code;
    return this.language === 'en' ? english(region) : region.name;
  }

  list(items: readonly string[]): string {
    if (items.length < 2) return items[0] ?? '';
    return `${items.slice(0, -1).join(', ')} ${this.words.and} ${items.at(-1) ?? ''}`;
  }

  certificate(id: string): string {
    return id === 'HALAL' ? 'halal' : id;
  }

  lots(lots: readonly Named[]): string {
    return this.list(lots.map((lot) => lower(this.source(lot))));
  }

  /** "Lot B"; what goes by its certificates alone: "Lots with P-IRT". */
  source({ label, certificates = [] }: Pick<Named, 'label' | 'certificates'>): string {
    if (label !== undefined) return this.words.flow.lot(label);
    return this.words.flow.goods(this.list(certificates.map((kind) => this.certificate(kind))));
  }

  partners(binding: readonly Named[]): string {
    const codes = [...new Set(binding.flatMap(({ partner }) => partner ?? []))];
    return this.list(codes.map((code) => this.region(code)));
  }

  private parts(reason: Reason, unit: Unit): ReasonParts {
    const certificates = reason.binding.filter(({ type }) => type === 'certificate');
    return {
      partners: this.partners(reason.binding),
      certificates: this.list(certificates.map(({ id }) => this.certificate(id))),
      lots: this.lots(reason.lots ?? []),
      quantity: this.exact(reason.quantity, unit),
      by: this.exact(reason.relaxBy ?? reason.gain, unit),
      gain: this.exact(reason.gain, unit),
    };
  }

  /** How a reason is said; undefined: it is newer than these pages. */
  reason(code: string): ReasonWords | undefined {
    return wordsOf(this.words.reasons, code);
  }

  /** "tanpa sertifikat", "kuota Ternate habis" */
  short(reason: Reason, unit: Unit): string {
    return this.reason(reason.code)?.short(this.parts(reason, unit)) ?? reason.code;
  }

  reasonLabel(code: string): string {
    return this.reason(code)?.label ?? code;
  }

  /** The label inside a sentence. */
  reasonWord(code: string): string {
    return lower(this.reasonLabel(code));
  }

  /** What would change it, in one sentence; undefined where nobody can. */
  sentence(reason: Reason, unit: Unit): string | undefined {
    const words = this.reason(reason.code);
    const parts = this.parts(reason, unit);
    if (reason.gain > 0) return words?.more?.(parts);
    const { ahead } = reason;
    if (ahead && reason.code === 'CERTIFICATE_MISSING') {
      return this.words.why.ahead(
        parts.lots,
        parts.certificates,
        this.list(ahead.partners.map((code) => this.region(code))),
        this.exact(ahead.quantity, unit),
        this.lots(ahead.lots),
        ahead.demandToo,
      );
    }
    const alone = words?.alone?.(parts);
    if (alone === undefined || reason.then.length === 0) return alone;
    const next = this.list(reason.then.map((code) => this.reasonWord(code)));
    return `${alone} ${this.words.why.then(next)}`;
  }

  /** An instant by the wall clocks of a region, e.g. "Senin, 4 Maret 2019 09.12 WIB". */
  moment(instant: number, region: string, length: 'long' | 'short' = 'short'): string {
    const zone = zoneOf(region);
    const local = new Date(instant + ZONE_OFFSETS[zone] * 3_600_000);
    const date = local.toLocaleDateString(this.words.locale, {
      timeZone: 'UTC',
      day: 'numeric',
      month: length === 'long' ? 'long' : 'short',
      ...(length === 'long' ? { weekday: 'long', year: 'numeric' } : {}),
    });
    return `${date} ${clock(local, this.language)} ${this.words.zones[zone]}`;
  }

  /** The last day, or the instant, before it is too late; midnight ends the day before it. */
  deadline(instant: number, region: string): string {
    const zone = zoneOf(region);
    const local = new Date(instant + ZONE_OFFSETS[zone] * 3_600_000);
    const midnight = local.getTime() % 86_400_000 === 0;
    const last = new Date(local.getTime() - (midnight ? 1 : 0));
    const options = { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' } as const;
    const day = last.toLocaleDateString(this.words.locale, options);
    return midnight ? day : `${day} ${clock(local, this.language)} ${this.words.zones[zone]}`;
  }

  /** A time of day of this computer, to the second. */
  timeOfDay(instant: number): string {
    const date = new Date(instant);
    const parts = [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => String(part).padStart(2, '0'));
    return parts.join(this.language === 'id' ? '.' : ':');
  }
}

function clock(local: Date, language: Language): string {
  const parts = [local.getUTCHours(), local.getUTCMinutes()].map((part) => String(part).padStart(2, '0'));
  return parts.join(language === 'id' ? '.' : ':');
}

export function zoneOf(region: string): keyof typeof ZONE_OFFSETS {
  const province = region.slice(0, 2);
  if (WIT.has(province)) return 'Asia/Jayapura';
  return WITA.has(province) ? 'Asia/Makassar' : 'Asia/Jakarta';
}

/** The calendar date at a region. */
export function localDay(instant: number, region: string): string {
  return new Date(instant + ZONE_OFFSETS[zoneOf(region)] * 3_600_000).toISOString().slice(0, 10);
}

/** Provinces have English names; regencies and cities keep their own. */
function english({ kind, name }: RegionName): string {
  if (kind !== 'province') return name;
  if (name.startsWith('Kepulauan ')) return `${name.slice(10)} Islands`;
  const match = /^(.+) (\S+)$/.exec(name);
  const direction = DIRECTIONS[match?.[2] ?? ''];
  const base = match?.[1] ?? name;
  return direction === undefined ? name : `${direction} ${ISLANDS[base] ?? base}`;
}

/** For the middle of a sentence; what starts with an abbreviation stays as it is. */
function lower(text: string): string {
  return /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
