import { useEffect, useState } from 'preact/hooks';
import type { components } from '#clients/partnership-agreements.js';
import { commodityNamed } from '#kernel/commodity-names.js';
import { CERTIFICATE_KINDS, QUOTA_KINDS, QUOTA_PERIODS } from '#kernel/states.js';
import { get } from '../api/client.js';
import type { Unit } from '../api/types.js';
import { CheckInput, SelectInput, TextInput } from '../forms/named-fields.js';
import type { Say } from '../words/say.js';
import { emptyDraft, type TermDraft } from './terms-draft.js';
import type { AgreementsWords } from './words-id.js';

interface Props {
  /** Region with which the agreement is: rows go to it, or to what lies in it. */
  readonly partner: string;
  readonly rows: readonly TermDraft[];
  readonly change: (rows: readonly TermDraft[]) => void;
  readonly say: Say;
  readonly words: AgreementsWords;
}

/** The quota table as one fills it in: a row for each destination and commodity. */
export function TermsGrid({ partner, rows, change, say, words }: Props) {
  const { writing } = words;
  const places = usePlaces(partner, say);
  const listed = [...new Set([...places.map(([code]) => code), ...rows.map(({ destination }) => destination)])];
  const names = new Map(places);
  return (
    <div class="grid-rows">
      <datalist id="commodities">
        {Object.values(say.words.commodities).map(({ short }) => (
          <option key={short} value={short} />
        ))}
      </datalist>
      {rows.map((row, index) => {
        const label = writing.row(say.count(index + 1), row.commodity);
        return (
          <fieldset key={index} class="row">
            <legend>{label}</legend>
            <RowFields
              at={`terms/${String(index)}`}
              row={row}
              places={listed.map((code) => [code, names.get(code) ?? code])}
              change={(part) => {
                change(rows.map((each, other) => (other === index ? { ...each, ...part } : each)));
              }}
              say={say}
              words={words}
            />
            <button
              type="button"
              class="link"
              onClick={() => {
                change(rows.filter((_, other) => other !== index));
              }}
            >
              {writing.remove(label)}
            </button>
          </fieldset>
        );
      })}
      <button
        type="button"
        name="add"
        class="quiet"
        onClick={() => {
          change([...rows, emptyDraft(partner)]);
        }}
      >
        {writing.add}
      </button>
    </div>
  );
}

interface RowProps extends Pick<Props, 'say' | 'words'> {
  readonly at: string;
  readonly row: TermDraft;
  readonly places: readonly (readonly [code: string, name: string])[];
  readonly change: (part: Partial<TermDraft>) => void;
}

const UNITS: readonly Unit[] = ['GRAM', 'PAIR', 'PIECE'];
/** What the goods of the sample are counted in; any other is counted in kilograms until somebody says otherwise. */
const UNIT_OF: Readonly<Record<string, Unit>> = { 'bandol-sandals': 'PAIR', embroidery: 'PIECE' };

type Written = Exclude<keyof TermDraft, 'certificates'>;

/** Name, value and change of a field of a row. @param name where it stands in the body, if elsewhere */
type Cell = (
  field: Written,
  name?: string,
) => { readonly name: string; readonly value: string; readonly change: (typed: string) => void };

function RowFields({ at, row, places, change, say, words }: RowProps) {
  const { writing } = words;
  const cell: Cell = (field, name = field) => ({
    name: `${at}/${name}`,
    value: row[field],
    change: (typed) => {
      change({ [field]: typed });
    },
  });
  const unit = say.unitName(row.unit);
  return (
    <>
      <div class="cells">
        <SelectInput label={words.terms.destination} choices={places} {...cell('destination')} />
        <TextInput
          label={words.terms.commodity}
          required
          maxLength={60}
          list="commodities"
          hint={writing.commodityHint}
          {...cell('commodity')}
          change={(commodity) => {
            const known = UNIT_OF[commodityNamed(commodity)];
            change({ commodity, ...(known && { unit: known }) });
          }}
        />
        <SelectInput label={writing.unit} choices={UNITS.map((each) => [each, say.unitName(each)])} {...cell('unit')} />
        <SelectInput
          label={writing.kind}
          choices={QUOTA_KINDS.map((kind) => [kind, writing.kinds[kind]])}
          {...cell('quotaKind')}
        />
        {row.quotaKind !== 'unlimited' && (
          <TextInput label={writing.quota(unit)} required inputMode="decimal" {...cell('quota')} />
        )}
        <SelectInput
          label={writing.period}
          choices={QUOTA_PERIODS.map((period) => [period, writing.periods[period]])}
          {...cell('period')}
        />
        <TextInput
          label={writing.freight(say.words.unit[row.unit])}
          required
          inputMode="numeric"
          {...cell('freight')}
        />
        <TextInput label={writing.transit} required inputMode="numeric" {...cell('transitDays')} />
      </div>
      <MoreFields unit={row.unit} cell={cell} say={say} words={words} />
      <Certificates at={at} row={row} change={change} say={say} words={words} />
    </>
  );
}

function MoreFields({ unit, cell, say, words: { writing } }: Pick<RowProps, 'say' | 'words'> & MoreProps) {
  const [quantity, price] = [say.unitName(unit), say.words.unit[unit]];
  return (
    <details>
      <summary>{writing.more}</summary>
      <div class="cells">
        <TextInput label={writing.minimum(quantity)} inputMode="decimal" {...cell('minimumLot')} />
        <TextInput label={writing.reserved(quantity)} inputMode="decimal" {...cell('reserved')} />
        <TextInput label={writing.hour} inputMode="numeric" {...cell('releaseHour')} />
        <TextInput label={writing.lowest(price)} inputMode="numeric" {...cell('minimum', 'priceBand/minimum')} />
        <TextInput label={writing.highest(price)} inputMode="numeric" {...cell('maximum', 'priceBand/maximum')} />
        <TextInput label={writing.payment} hint={writing.paymentHint} inputMode="numeric" {...cell('paymentDays')} />
        <TextInput
          label={writing.tolerance}
          hint={writing.toleranceHint}
          inputMode="decimal"
          {...cell('loadTolerance')}
        />
      </div>
    </details>
  );
}

interface MoreProps {
  readonly unit: Unit;
  readonly cell: Cell;
}

function Certificates({ at, row, change, say, words: { writing } }: Omit<RowProps, 'places'>) {
  return (
    <div class="checks" role="group" aria-label={writing.certificates}>
      <span>{writing.certificates}:</span>
      {CERTIFICATE_KINDS.map((kind) => (
        <CheckInput
          key={kind}
          label={say.certificate(kind)}
          name={`${at}/certificates/${kind}`}
          checked={row.certificates.includes(kind)}
          change={(checked) => {
            const others = row.certificates.filter((each) => each !== kind);
            change({ certificates: checked ? [...others, kind] : others });
          }}
        />
      ))}
    </div>
  );
}

/** The partner's region and what lies in it, by name. */
function usePlaces(partner: string, say: Say): readonly (readonly [string, string])[] {
  const [places, setPlaces] = useState<readonly (readonly [string, string])[]>([]);
  useEffect(() => {
    let stopped = false;
    type Found = components['schemas']['RegionsFound'];
    void get<Found>(`/api/agreements/regions?q=${partner}&codes=${partner}`).then(
      ({ items, names }) => {
        if (stopped) return;
        const within = items.filter(({ code }) => code.startsWith(`${partner}.`));
        const own = names[partner]?.name;
        setPlaces([
          ...(own === undefined ? [] : [[partner, own] as const]),
          ...within.map(({ code, name, kind }) => [code, `${words(kind, say)}${name}`] as const),
        ]);
      },
      () => undefined,
    );
    return () => {
      stopped = true;
    };
  }, [partner, say]);
  return places.length === 0 ? [[partner, say.region(partner)]] : places;
}

/** Indonesian tells a city from the regency of its name by the word before it, in either language. */
function words(kind: 'province' | 'regency' | 'city', { language }: Say): string {
  if (kind === 'city') return language === 'id' ? 'Kota ' : 'City of ';
  return kind === 'regency' && language === 'id' ? 'Kab. ' : '';
}
