import { useState } from 'preact/hooks';
import { localDateAt } from '#kernel/local-date.js';
import { keepDraft, keptDraft } from '../api/drafts.js';
import { ActForm, type ActFormProps } from '../forms/act-form.js';
import type { FieldFault } from '../forms/faults.js';
import { textIn, textsIn, type Filled } from '../forms/filled.js';
import { SelectInput, TextInput } from '../forms/named-fields.js';
import type { Acting } from './acting.js';
import type { PaperRule, Readiness } from './data.js';
import { Legs } from './leg-fields.js';
import {
  capacityOf,
  chosenOf,
  faultsOfParts,
  papersFor,
  partsOf,
  placesOf,
  readyFor,
  type LoadDraft,
  type Ready,
} from './load-facts.js';
import { LoadedGoods, Vehicle } from './load-fields.js';

interface Props extends Acting {
  readonly order: { readonly id: string; readonly origin: string; readonly partner: string };
  readonly found: Readiness;
  readonly done: () => void;
}

/** A load for one place: what of which orders goes in, in what, with which papers, and by which way. */
export function LoadForm({ order, found, done, ...acting }: Props) {
  const { say, words, now, changed, ended } = acting;
  const { load, dispatch } = words;
  const draft = `dispatch ${order.id}`;
  const places = placesOf(found.ready, order.id);
  const [made, setMade] = useState<LoadDraft>(
    () => keptDraft<LoadDraft>('tab', `${draft} legs`) ?? beginning(places[0] ?? order.partner, order.origin, say),
  );
  const change = (part: Partial<LoadDraft>): void => {
    const next = { ...made, ...part };
    keepDraft('tab', `${draft} legs`, next);
    setMade(next);
  };
  const goods = readyFor(found.ready, made.place, order.id);
  const going = chosenOf(goods, made, order.id);
  const papers = papersFor(found.papers, made, going, localDateAt(new Date(now), order.origin));

  return (
    <ActForm
      draft={draft}
      send={dispatch.send}
      say={say}
      call={(filled) => loadOf(filled, { made, goods, going, papers }, acting)}
      ended={ended}
      done={() => {
        keepDraft('tab', `${draft} legs`, undefined);
        done();
        changed();
      }}
    >
      {places.length > 1 && (
        <SelectInput
          label={load.place}
          name="place"
          choices={places.map((place) => [place, say.region(place)])}
          value={made.place}
          change={(place) => {
            change({ ...beginning(place, order.origin, say), capacity: made.capacity });
          }}
        />
      )}
      <LoadedGoods order={order.id} goods={goods} going={going} made={made} change={change} say={say} words={words} />
      <Vehicle made={made} going={going} change={change} say={say} words={words} />
      <Papers papers={papers} words={words} />
      <Legs
        legs={made.legs}
        change={(legs) => {
          change({ legs });
        }}
        order={order}
        say={say}
        words={words}
        now={now}
      />
    </ActForm>
  );
}

/** What is put together, of what is ready. */
interface PutTogether {
  readonly made: LoadDraft;
  readonly goods: readonly Ready[];
  readonly going: readonly Ready[];
  readonly papers: readonly PaperRule[];
}

/** What the form asks for, or what is wrong with it. */
function loadOf(
  filled: Filled,
  { made, goods, going, papers }: PutTogether,
  { say, words }: Acting,
): ReturnType<ActFormProps['call']> {
  const { load, dispatch } = words;
  const parts = partsOf(going, made, say.language);
  const capacity = capacityOf(made, say.language);
  const faults: FieldFault[] = [
    ...(going.length === 0 ? [{ field: `chosen/${goods[0]?.id ?? ''}`, message: dispatch.none }] : []),
    ...faultsOfParts(
      parts.filter((part) => typeof part === 'string'),
      going,
      load.notNumber,
    ),
    ...(made.capacity.trim() !== '' && !capacity ? [{ field: 'capacity/quantity', message: load.notNumber }] : []),
    ...papers
      .filter(({ id }) => paperOf(filled, id) === undefined)
      .map(({ id }) => ({ field: `papers/${id}/number`, message: load.paperNeeded })),
  ];
  if (faults.length > 0) return { faults };
  const kind = textIn(filled, 'vehicle/kind');
  const number = textIn(filled, 'vehicle/number');
  return {
    path: '/api/orders/loads',
    body: {
      parts,
      legs: made.legs,
      ...(kind === undefined ? {} : { vehicle: { kind, ...(number === undefined ? {} : { number }) } }),
      ...(capacity ? { capacity: { quantity: capacity.quantity, unit: capacity.unit } } : {}),
      ...textsIn(filled, ['carrier']),
      papers: papers.flatMap(({ id }) => paperOf(filled, id) ?? []),
    },
  };
}

function beginning(place: string, origin: string, say: Acting['say']): LoadDraft {
  return {
    ...{ place, chosen: {}, quantities: {}, capacity: '', capacityUnit: 'kg' },
    legs: [{ from: say.region(origin), to: say.region(place), mode: 'road', eta: '' }],
  };
}

/** A paper with its number, or why it is missing; undefined: nothing was said. */
function paperOf(filled: Filled, kind: string): { kind: string; number?: string; missing?: string } | undefined {
  const number = textIn(filled, `papers/${kind}/number`);
  if (number !== undefined) return { kind, number };
  const missing = textIn(filled, `papers/${kind}/missing`);
  return missing === undefined ? undefined : { kind, missing };
}

function Papers({ papers, words: { load } }: Pick<Acting, 'words'> & { readonly papers: readonly PaperRule[] }) {
  return (
    <>
      {papers.map(({ id, title, basis }) => (
        <fieldset key={id} class="row">
          <legend>{load.paper(title)}</legend>
          <div class="cells">
            <TextInput label={load.paperNumber} hint={basis} name={`papers/${id}/number`} maxLength={100} />
            <TextInput label={load.paperMissing} name={`papers/${id}/missing`} maxLength={300} />
          </div>
        </fieldset>
      ))}
    </>
  );
}
