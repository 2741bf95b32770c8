import { useEffect, useState } from 'preact/hooks';
import type { components } from '#clients/partnership-agreements.js';
import { get } from '../api/client.js';
import { TextInput } from '../forms/named-fields.js';
import type { Say } from '../words/say.js';
import type { AgreementsWords } from './words-id.js';

type Schemas = components['schemas'];
export type FoundRegion = Schemas['FoundRegion'];
type RegionsFound = Schemas['RegionsFound'];

interface Props {
  readonly name: string;
  readonly say: Say;
  readonly words: AgreementsWords['opening'];
  readonly text: string;
  readonly chosen: FoundRegion | undefined;
  /** @param region undefined: what is typed names none yet */
  readonly change: (text: string, region: FoundRegion | undefined) => void;
}

/** One types on before anything is asked for. */
const PAUSE_MS = 200;
const SHOWN = 8;

/** A region by its name: what is typed is looked up, and one of those found is chosen. */
export function RegionField({ name, say, words, text, chosen, change }: Props) {
  const [found, setFound] = useState<readonly FoundRegion[]>();
  useEffect(() => {
    setFound(undefined);
    if (chosen || text.trim().length < 2) return;
    let stopped = false;
    const timer = setTimeout(() => {
      const path = `/api/agreements/regions?q=${encodeURIComponent(text.trim())}`;
      // What the list lacks because the network is away is found as soon as one types on.
      void get<RegionsFound>(path).then(
        ({ items }) => {
          if (!stopped) setFound(items);
        },
        () => undefined,
      );
    }, PAUSE_MS);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [text, chosen]);
  return (
    <div class="field">
      <TextInput
        label={words.partner}
        name={name}
        hint={words.partnerHint}
        required
        maxLength={100}
        value={text}
        change={(typed) => {
          change(typed, undefined);
        }}
      />
      <div role="status">
        {chosen && <p class="mark sold">{words.chosen(nameOf(chosen, words))}</p>}
        {found?.length === 0 && <p class="mark unsold">{words.none}</p>}
        {found !== undefined && found.length > 0 && <small>{words.found(say.count(found.length))}</small>}
      </div>
      {found !== undefined && found.length > 0 && (
        <ul class="plain choices">
          {found.slice(0, SHOWN).map((region) => (
            <li key={region.code}>
              <button
                type="button"
                class="quiet"
                onClick={() => {
                  change(nameOf(region, words), region);
                }}
              >
                {nameOf(region, words)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** "kota Makassar, Sulawesi Selatan (73.71)" */
function nameOf({ code, kind, name, province }: FoundRegion, words: AgreementsWords['opening']): string {
  return `${words.kinds[kind]} ${name}${province === null ? '' : `, ${province}`} (${code})`;
}
