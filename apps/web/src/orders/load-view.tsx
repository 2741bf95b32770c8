import { ActForm } from '../forms/act-form.js';
import { Fold } from '../forms/fold.js';
import { textIn, textsIn } from '../forms/filled.js';
import { SelectInput, TextInput } from '../forms/named-fields.js';
import type { Acting } from './acting.js';
import type { ShipmentView } from './data.js';

interface Props extends Pick<Acting, 'say' | 'words'> {
  readonly shipment: ShipmentView;
}

/** What a shipment left in, with which papers, and what became of the days on which it was expected. */
export function LoadFacts({ shipment: { load: of, etaChanges, legs, sacks }, say, words: { load } }: Props) {
  const counted = sacks.filter((each) => each.counted !== null);
  return (
    <>
      {of && (
        <p>
          {load.facts(
            say.list([
              ...(of.vehicle ? [`${load.kinds[of.vehicle.kind]} ${of.vehicle.number ?? ''}`.trim()] : []),
              ...(of.carrier === null ? [] : [of.carrier]),
              ...(of.capacity === null || of.capacityUnit === null
                ? []
                : [load.holds(say.exact(of.capacity, of.capacityUnit))]),
              of.orders > 1 ? load.shared(say.count(of.orders - 1)) : load.alone,
            ]),
          )}
        </p>
      )}
      {of && of.papers.length > 0 && (
        <ul class="plain">
          {of.papers.map(({ kind, number, missing }) => (
            <li key={kind} class={number === null ? 'mark unsold' : ''}>
              {number === null ? load.paperLacks(kind, missing ?? '') : load.paperIs(kind, number)}
            </li>
          ))}
        </ul>
      )}
      {etaChanges.map(({ leg, before, after, reason, at }) => (
        <p key={at}>{load.moved(legs[leg - 1]?.to ?? '', say.date(before), say.date(after), reason)}</p>
      ))}
      {counted.map(({ allocation, sent, counted: came }) => (
        <p key={allocation}>{load.sacks(say.count(came ?? 0), say.count(sent))}</p>
      ))}
    </>
  );
}

/** The vehicle will come on another day than was said. */
export function Reschedule({ shipment, ...acting }: Acting & { readonly shipment: ShipmentView }) {
  const { say, words, changed, ended } = acting;
  const { load } = words;
  const draft = `eta ${shipment.id}`;
  const open = shipment.legs.flatMap((leg, index) =>
    leg.arrivedAt === null ? [{ ...leg, n: String(index + 1) }] : [],
  );
  if (open.length === 0) return null;
  return (
    <Fold label={load.reschedule} draft={draft} done={load.rescheduled}>
      {(close) => (
        <ActForm
          draft={draft}
          send={load.reschedule}
          say={say}
          call={(filled) => ({
            path: `/api/orders/shipments/${shipment.id}/legs/${textIn(filled, 'leg') ?? open[0]?.n ?? ''}/eta`,
            body: textsIn(filled, ['eta', 'reason']),
          })}
          ended={ended}
          done={() => {
            close();
            changed();
          }}
        >
          <SelectInput
            label={load.whichLeg}
            name="leg"
            choices={open.map(({ n, to, eta }) => [n, load.legTo(to, say.date(eta))])}
          />
          <TextInput label={load.newEta} hint={load.newEtaHint} name="eta" type="date" required />
          <TextInput label={load.reason} name="reason" required maxLength={500} />
        </ActForm>
      )}
    </Fold>
  );
}
