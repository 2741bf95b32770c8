import { useCallback, useEffect, useState } from 'preact/hooks';
import { localDateAt } from '#kernel/local-date.js';
import { post } from '../api/client.js';
import { SureButton } from '../parts/sure-button.js';
import { useAttempt, type Attempt } from '../parts/use-attempt.js';
import type { Say } from '../words/say.js';
import { CertificateList } from './certificate-list.js';
import { loadProducer, type Producer, type ProducerData, type RegistryData } from './data.js';
import { History } from './history.js';
import { MembersForm } from './members-form.js';
import { CertificateForm, CoachingForm } from './papers-forms.js';
import { ProducerEnd } from './producer-end.js';
import { ProducerForm } from './producer-form.js';
import { Statements } from './statements.js';
import { partsOf, whyOf } from './why.js';
import type { RegistryWords } from './words-id.js';

interface Props {
  readonly producer: Producer;
  readonly data: RegistryData;
  readonly officer: boolean;
  readonly say: Say;
  readonly words: RegistryWords;
  readonly changed: () => void;
  readonly ended: () => void;
}

/** One producer: why its goods were sold or not, its papers, its coaching, and what became of its newest lots. */
export function ProducerPanel({ producer, data, officer, say, words, changed, ended }: Props) {
  const [known, setKnown] = useState<ProducerData>();
  const [attempt, failed] = useAttempt(words.offline, ended);
  const { panel } = words;
  const { id, kind } = producer;
  const load = useCallback(async () => {
    setKnown(await loadProducer({ id, kind }));
  }, [id, kind]);
  // Anew whenever the day has moved on.
  useEffect(() => {
    attempt(load());
  }, [attempt, load, data.summary.id]);
  if (!known) return failed === undefined ? null : <p class="mark unsold">{failed}</p>;

  const today = localDateAt(new Date(data.summary.clock.now), producer.origin);
  const parts = partsOf(known);
  const pooled = known.lots.find((lot) => lot.pooled && lot.sellerId !== producer.id);
  const reload = () => {
    attempt(load());
  };
  const shared = { say, words, changed: reload, ended };
  return (
    <div class="details panel">
      <h3>{panel.why}</h3>
      <p class="answer">{whyOf(producer, parts, data, { say, words })}</p>
      {failed !== undefined && <p class="mark unsold">{failed}</p>}
      <h3>{panel.certificates}</h3>
      <CertificateList
        certificates={known.certificates}
        today={today}
        officer={officer}
        say={say}
        words={words}
        attempt={attempt}
        changed={load}
      />
      {officer && <CertificateForm producer={producer} today={today} {...shared} />}
      {pooled && (
        <p>{panel.soldWith(pooled.seller, say.list(pooled.certificates.map(({ kind }) => say.certificate(kind))))}</p>
      )}
      <h3>{panel.coaching}</h3>
      <CoachingList coaching={known.coaching} say={say} words={words} />
      {officer && <CoachingForm producer={producer} today={today} {...shared} />}
      <h3>{words.statements.heading}</h3>
      <Statements seller={producer} today={today} {...shared} />
      <h3>{panel.history}</h3>
      <History producer={producer} parts={parts} settled={known.settled} {...shared} />
      {officer && (
        <>
          {kind === 'aggregator' && <MembersForm aggregator={producer} {...shared} />}
          {producer.status !== 'closed' && (
            <ProducerForm key={producer.version} today={today} known={producer} {...shared} changed={changed} />
          )}
          <Registration producer={producer} words={panel} attempt={attempt} changed={changed} />
          <ProducerEnd producer={producer} {...shared} changed={changed} />
        </>
      )}
    </div>
  );
}

function CoachingList({
  coaching,
  say,
  words,
}: Pick<ProducerData, 'coaching'> & { readonly say: Say; readonly words: RegistryWords }) {
  if (coaching.length === 0) return <p class="muted">{words.panel.noCoaching}</p>;
  return (
    <ul class="plain">
      {coaching.map(({ id, kind, date, remark }) => (
        <li key={id}>
          {say.date(date)}: {words.coachingKinds[kind]}
          {remark !== null && <small> {remark}</small>}
        </li>
      ))}
    </ul>
  );
}

interface RegistrationProps {
  readonly producer: Producer;
  readonly words: RegistryWords['panel'];
  readonly attempt: Attempt;
  readonly changed: () => void;
}

/** What an officer does with a producer's registration. */
function Registration({ producer, words, attempt, changed }: RegistrationProps) {
  const act = (step: 'verify' | 'suspend') => {
    const key = `${step}-${producer.id}-${String(producer.version)}`;
    attempt(post(`/api/registry/producers/${producer.id}/${step}`, {}, key).then(changed));
  };
  return (
    <p class="actions">
      {(producer.status === 'draft' || producer.status === 'suspended') && (
        <SureButton
          label={words.verify}
          sure={words.sure}
          act={() => {
            act('verify');
          }}
        />
      )}
      {producer.status === 'verified' && (
        <SureButton
          label={words.suspend}
          sure={words.sureSuspend}
          act={() => {
            act('suspend');
          }}
        />
      )}
    </p>
  );
}
