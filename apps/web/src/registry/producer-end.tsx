import { post } from '../api/client.js';
import { refusalText } from '../parts/refusal-text.js';
import { SureButton } from '../parts/sure-button.js';
import { useAttempt } from '../parts/use-attempt.js';
import { useSending } from '../parts/use-sending.js';
import type { Acting } from './acting.js';
import type { Producer } from './data.js';

interface Props extends Acting {
  readonly producer: Producer;
}

/** The end of a registration, and what a person may ask for of the own data (UU 27/2022). */
export function ProducerEnd({ producer, words, changed, ended }: Props) {
  const { ending } = words.records;
  const sending = useSending({ refusal: refusalText, offline: words.offline, changed, ended });
  const [attempt, failed] = useAttempt(words.offline, ended);
  const at = `/api/registry/producers/${producer.id}`;
  const closed = producer.status === 'closed';
  return (
    <>
      <h3>{ending.personal}</h3>
      {!closed && <p class="muted">{ending.eraseNext}</p>}
      <p class="actions">
        <button
          type="button"
          class="quiet"
          onClick={() => {
            attempt(
              post<object>(`${at}/personal-data/export`, {}).then((data) => {
                download(`data-pribadi-${producer.id}.json`, data);
              }),
            );
          }}
        >
          {ending.export}
        </button>
        {closed ? (
          <SureButton
            label={ending.erase}
            sure={ending.eraseSure}
            act={() => void sending.send(`${at}/personal-data/erasure`, {})}
          />
        ) : (
          <SureButton label={ending.close} sure={ending.closeSure} act={() => void sending.send(`${at}/close`, {})} />
        )}
      </p>
      {[failed, sending.failed].map(
        (text) =>
          text !== undefined && (
            <p key={text} class="mark unsold" role="alert">
              {text}
            </p>
          ),
      )}
    </>
  );
}

/** Given to who is there, and kept nowhere on the way. */
function download(name: string, data: object): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
