import { useState } from 'preact/hooks';
import { get } from '../api/client.js';
import { useAttempt } from '../parts/use-attempt.js';
import type { Say } from '../words/say.js';
import { searchPath, type Producer, type Producers, type RegistryData } from './data.js';
import { ProducerPanel } from './producer-panel.js';
import type { RegistryWords } from './words-id.js';

interface Props {
  readonly data: RegistryData;
  readonly officer: boolean;
  readonly say: Say;
  readonly words: RegistryWords;
  readonly ended: () => void;
}

interface Found extends Producers {
  readonly text: string;
}

/** Producers by name, village or NIB, a page at a time; one of them is open. */
export function Search({ words, ended, ...rest }: Props) {
  const [found, setFound] = useState<Found>();
  const [open, setOpen] = useState<string>();
  const [attempt, failed] = useAttempt(words.offline, ended);
  const { search } = words;

  const find = async (wanted: string, before: readonly Producer[], cursor?: string) => {
    const page = await get<Producers>(searchPath(wanted, cursor));
    const items = [...before, ...page.items];
    setFound({ text: wanted, ...page, items });
  };
  return (
    <section aria-labelledby="search">
      <h2 id="search">{search.heading}</h2>
      <SearchForm
        words={search}
        find={(text) => {
          attempt(find(text, []));
        }}
      />
      <div role="status">
        {failed !== undefined && <p class="mark unsold">{failed}</p>}
        {found?.items.length === 0 && <p class="muted">{search.none}</p>}
      </div>
      {found && (
        <ul class="found">
          {found.items.map((producer) => (
            <FoundProducer
              key={producer.id}
              producer={producer}
              words={words}
              open={open === producer.id}
              toggle={() => {
                setOpen(open === producer.id ? undefined : producer.id);
              }}
            >
              <ProducerPanel
                producer={producer}
                words={words}
                ended={ended}
                changed={() => {
                  attempt(
                    find(found.text, []).then(() => {
                      setOpen(producer.id);
                    }),
                  );
                }}
                {...rest}
              />
            </FoundProducer>
          ))}
        </ul>
      )}
      {found?.next !== undefined && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            attempt(find(found.text, found.items, found.next));
          }}
        >
          {search.more}
        </button>
      )}
    </section>
  );
}

interface FormProps {
  readonly words: RegistryWords['search'];
  readonly find: (text: string) => void;
}

function SearchForm({ words, find }: FormProps) {
  const [text, setText] = useState('');
  return (
    <form
      class="form"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        find(text.trim());
      }}
    >
      <label>
        {words.label}
        <input
          type="search"
          maxLength={100}
          value={text}
          onInput={({ currentTarget }) => {
            setText(currentTarget.value);
          }}
        />
        <small>{words.hint}</small>
      </label>
      <button type="submit" class="primary">
        {words.find}
      </button>
    </form>
  );
}

interface FoundProps {
  readonly producer: Producer;
  readonly words: RegistryWords;
  readonly open: boolean;
  readonly toggle: () => void;
  /** Shown while it is open. */
  readonly children: preact.ComponentChildren;
}

function FoundProducer({ producer, words, open, toggle, children }: FoundProps) {
  return (
    <li>
      <button type="button" class="found-row" aria-expanded={open} onClick={toggle}>
        <b>{producer.name}</b>
        <small>
          {words.standings[producer.status]} · {words.kinds[producer.kind]} · {placeOf(producer, words.search)}
          {producer.nib !== null && ` · NIB ${producer.nib}`}
        </small>
      </button>
      {open && children}
    </li>
  );
}

/** As people there say it, with the code that tells one village from another of its name. */
function placeOf({ place, village }: Producer, words: RegistryWords['search']): string {
  if (!place) return words.village(village);
  // The fourth part of a kelurahan's code begins with 1, of a desa's with 2.
  const kind = village.split('.')[3]?.startsWith('1') === true ? 'kelurahan' : 'desa';
  return words.place[kind](place.village, place.district, village);
}
