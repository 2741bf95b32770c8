import { useCallback, useEffect, useState } from 'preact/hooks';
import type { components } from '#clients/producer-registry.js';
import { get } from '../api/client.js';
import { refusalText } from '../parts/refusal-text.js';
import { SureButton } from '../parts/sure-button.js';
import { useAttempt } from '../parts/use-attempt.js';
import { useSending } from '../parts/use-sending.js';
import type { Acting } from './acting.js';
import { Merges } from './merges.js';

type Proposal = components['schemas']['ProposalView'];

/** Producers that look like one: an officer says whether they are. */
export function Merging({ say, words, changed, ended }: Acting) {
  const { merging } = words.records;
  const [proposals, setProposals] = useState<readonly Proposal[]>();
  const [asked, setAsked] = useState(0);
  const [attempt, failed] = useAttempt(words.offline, ended);
  const load = useCallback(() => {
    attempt(
      get<{ items: Proposal[] }>('/api/registry/merge-proposals').then(({ items }) => {
        setProposals(items);
      }),
    );
  }, [attempt]);
  useEffect(load, [load]);
  const sending = useSending({
    ...{ refusal: refusalText, offline: words.offline, ended },
    changed: () => {
      load();
      setAsked((before) => before + 1);
      changed();
    },
  });
  const decided = (): void => {
    load();
    changed();
  };
  const decide = ({ id, keep }: Proposal, how: 'accept' | 'decline'): void => {
    void sending.send(`/api/registry/merge-proposals/${id}/${how}`, { keep });
  };
  return (
    <section aria-labelledby="merging">
      <h2 id="merging">{merging.heading}</h2>
      {[failed, sending.failed].map(
        (text) =>
          text !== undefined && (
            <p key={text} class="mark unsold" role="alert">
              {text}
            </p>
          ),
      )}
      {proposals?.length === 0 && <p class="muted">{merging.none}</p>}
      <ul class="plain">
        {proposals?.map((proposal) => (
          <ProposedMerge key={proposal.id} proposal={proposal} decide={decide} say={say} words={words} />
        ))}
      </ul>
      <Merges asked={asked} words={words} changed={decided} ended={ended} />
    </section>
  );
}

interface ProposedProps extends Pick<Acting, 'say' | 'words'> {
  readonly proposal: Proposal;
  readonly decide: (proposal: Proposal, how: 'accept' | 'decline') => void;
}

/** Two that look like one, and both answers. */
function ProposedMerge({ proposal, decide, say, words }: ProposedProps) {
  const { merging } = words.records;
  const named = (name: string, village: string, status: keyof typeof words.standings): string =>
    merging.of(name, village, words.standings[status]);
  return (
    <li class="with-acts">
      <span>
        {merging.pair(
          named(proposal.duplicateName, proposal.duplicateVillage, proposal.duplicateStatus),
          named(proposal.keepName, proposal.keepVillage, proposal.keepStatus),
          say.list(proposal.same.map((each) => each.toUpperCase())),
        )}
      </span>
      <span class="actions">
        <SureButton
          label={merging.accept(proposal.keepName)}
          sure={merging.sure}
          act={() => {
            decide(proposal, 'accept');
          }}
        />
        <button
          type="button"
          class="quiet"
          onClick={() => {
            decide(proposal, 'decline');
          }}
        >
          {merging.decline}
        </button>
      </span>
    </li>
  );
}
