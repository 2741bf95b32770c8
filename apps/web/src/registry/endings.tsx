import { post } from '../api/client.js';
import { useAttempt } from '../parts/use-attempt.js';
import type { Say } from '../words/say.js';
import { CertificateAct, DaysLeft } from './certificate-list.js';
import type { Ending, RegistryData } from './data.js';
import type { RegistryWords } from './words-id.js';

interface Props {
  readonly data: RegistryData;
  readonly officer: boolean;
  readonly say: Say;
  readonly words: RegistryWords;
  readonly changed: () => void;
  readonly ended: () => void;
}

/** Certificates that end next, or have ended lately. */
export function Endings({ data, officer, say, words, changed, ended }: Props) {
  const [attempt, failed] = useAttempt(words.offline, ended);
  const { certificates } = words;
  const revoke = ({ id }: Ending) => {
    attempt(post(`/api/registry/certificates/${id}/revoke`, {}, `revoke-${id}`).then(changed));
  };
  return (
    <section aria-labelledby="ending">
      <div class="bar-heading">
        <h2 id="ending">{certificates.heading}</h2>
        {data.endings.length > 0 && <a href="/api/registry/certificates/ending?past=30&format=xlsx">{words.export}</a>}
      </div>
      {data.endings.length === 0 && <p class="muted">{certificates.none}</p>}
      {failed !== undefined && <p class="mark unsold">{failed}</p>}
      <ul class="plain">
        {data.endings.map((ending) => (
          <li key={ending.id} class="with-acts">
            <span>
              <b>{ending.producer}</b> · {say.certificate(ending.kind)} {ending.number} ·{' '}
              {certificates.until(say.date(ending.until))} ·{' '}
              <DaysLeft daysLeft={ending.daysLeft} say={say} words={words} />
            </span>
            {officer && (
              <CertificateAct
                act="revoke"
                words={words}
                press={() => {
                  revoke(ending);
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
