import { useState } from 'preact/hooks';
import { get } from '../api/client.js';
import { ActForm } from '../forms/act-form.js';
import { chosenIn, type Filled } from '../forms/filled.js';
import { Fold } from '../forms/fold.js';
import { CheckList, TextInput } from '../forms/named-fields.js';
import type { Acting } from './acting.js';
import { searchPath, type Producer, type Producers } from './data.js';

interface Props extends Acting {
  readonly aggregator: Producer;
}

/** Members of a cooperative, found by their names. */
export function MembersForm({ aggregator, say, words, changed, ended }: Props) {
  const { members } = words.records;
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly Producer[]>([]);
  const draft = `members ${aggregator.id}`;
  const find = (typed: string): void => {
    setText(typed);
    if (typed.trim().length < 2) return;
    // What is not found while the network is away is found as one types on.
    void get<Producers>(searchPath(typed.trim())).then(
      ({ items }) => {
        setFound(items.filter(({ kind }) => kind === 'producer'));
      },
      () => undefined,
    );
  };
  const call = (filled: Filled) => {
    const chosen = chosenIn(
      filled,
      'members',
      found.map(({ id }) => id),
    );
    if (chosen.length === 0) return { faults: [{ field: 'find', message: members.none }] };
    return { path: `/api/registry/producers/${aggregator.id}/members`, body: { members: chosen } };
  };
  return (
    <Fold label={members.heading} draft={draft} done={members.done}>
      {(close) => (
        <ActForm
          draft={draft}
          send={members.send}
          say={say}
          call={call}
          ended={ended}
          done={() => {
            close();
            changed();
          }}
        >
          <TextInput label={members.find} name="find" hint={members.findHint} value={text} change={find} />
          <CheckList
            legend={words.kinds.producer}
            name="members"
            choices={found.map(({ id, name, village }) => [id, `${name} (${village})`])}
          />
        </ActForm>
      )}
    </Fold>
  );
}
