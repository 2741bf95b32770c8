import { startOfLocalDay, localDateAt, wallClockAt } from '#kernel/local-date.js';
import { TRADE_UNITS } from '#kernel/units.js';
import { regencyOf, zoneOf } from '#kernel/region-code.js';
import type { Regions, RegionName, Unit, Named, Reason } from '../api/types.js';
import { EN } from './en.js';
import { ID, type Words } from './id.js';
import { lower } from './letters.js';
import { wordsOf, type Language, type ReasonParts, type ReasonWords } from './words.js';

const TONNE = TRADE_UNITS.ton.factor;
const KODI = TRADE_UNITS.kodi.factor;
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
    if (unit === 'GRAM' && quantity >= TONNE) return this.tonnes(quantity);
    return this.exact(quantity, unit);
  }

  /** Part of a whole that is said in tonnes: in tonnes too from a tenth on, so that both compare at a glance. */
  part(quantity: number, whole: number, unit: Unit): string {
    if (unit === 'GRAM' && whole >= TONNE && quantity >= TONNE / 10) return this.tonnes(quantity);
    return this.amount(quantity, unit);
  }

  private tonnes(quantity: number): string {
    return `${this.count(quantity / TONNE)} ${this.words.tonne}`;
  }

  /** In the unit of trade, for tables: kilograms, pairs, pieces. */
  exact(quantity: number, unit: Unit): string {
    if (unit === 'GRAM') return `${this.count(quantity / TRADE_UNITS.kg.factor)} ${this.words.kilogram}`;
    const plain = `${this.count(quantity)} ${this.words.units[unit]}`;
    const kodi = unit === 'PAIR' && quantity > 0 && quantity % KODI === 0;
    return kodi ? `${plain} (${this.count(quantity / KODI)} ${this.words.kodi})` : plain;
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

  /** A place inside a regency goes by its name. */
  region(code: string): string {
    const region = this.regions[code] ?? this.regions[regencyOf(code)];
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
      return this.words.why.ahead({
        what: parts.lots,
        certificates: parts.certificates,
        partners: this.list(ahead.partners.map((code) => this.region(code))),
        quantity: this.exact(ahead.quantity, unit),
        lots: this.lots(ahead.lots),
        demandToo: ahead.demandToo,
      });
    }
    const alone = words?.alone?.(parts);
    if (alone === undefined || reason.then.length === 0) return alone;
    const next = this.list(reason.then.map((code) => this.reasonWord(code)));
    return `${alone} ${this.words.why.then(next)}`;
  }

  /** An instant by the wall clocks of a region, e.g. "Senin, 4 Maret 2019 09.12 WIB". */
  moment(instant: number, region: string, length: 'long' | 'short' = 'short'): string {
    const local = wallClockAt(new Date(instant), region);
    const date = local.toLocaleDateString(this.words.locale, {
      timeZone: 'UTC',
      day: 'numeric',
      month: length === 'long' ? 'long' : 'short',
      ...(length === 'long' ? { weekday: 'long', year: 'numeric' } : {}),
    });
    return `${date} ${this.clock(local, region)}`;
  }

  /** The last day, or the instant, before it is too late; midnight ends the day before it. */
  deadline(instant: number, region: string): string {
    const local = wallClockAt(new Date(instant), region);
    const midnight = startOfLocalDay(localDateAt(new Date(instant), region), region).getTime() === instant;
    const last = this.date(localDateAt(new Date(midnight ? instant - 1 : instant), region));
    return midnight ? last : `${last} ${this.clock(local, region)}`;
  }

  /** A time of day with the name of its zone. @param local see `wallClockAt` */
  private clock(local: Date, region: string): string {
    const parts = [local.getUTCHours(), local.getUTCMinutes()].map((part) => String(part).padStart(2, '0'));
    return `${parts.join(this.language === 'id' ? '.' : ':')} ${this.words.zones[zoneOf(region)]}`;
  }

  /** A time of day of this computer, to the second. */
  timeOfDay(instant: number): string {
    const date = new Date(instant);
    const parts = [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => String(part).padStart(2, '0'));
    return parts.join(this.language === 'id' ? '.' : ':');
  }
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
