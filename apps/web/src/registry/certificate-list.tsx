import { daysBetween } from '#kernel/local-date.js';
import { post } from '../api/client.js';
import { SureButton } from '../parts/sure-button.js';
import type { Say } from '../words/say.js';
import type { Certificate } from './data.js';
import type { RegistryWords } from './words-id.js';

interface Props {
  readonly certificates: readonly Certificate[];
  /** YYYY-MM-DD at the origin. */
  readonly today: string;
  readonly officer: boolean;
  readonly say: Say;
  readonly words: RegistryWords;
  readonly attempt: (work: Promise<unknown>) => void;
  readonly changed: () => Promise<void>;
}

/** A producer's certificates with the days that they still hold, and an office's acts on them. */
export function CertificateList({ certificates, today, officer, say, words, attempt, changed }: Props) {
  if (certificates.length === 0) return <p class="muted">{words.panel.noCertificates}</p>;
  const act = ({ id, version }: Certificate, step: 'verify' | 'revoke') => {
    attempt(post(`/api/registry/certificates/${id}/${step}`, {}, `${step}-${id}-${String(version)}`).then(changed));
  };
  return (
    <ul class="plain">
      {certificates.map((certificate) => {
        const { id, kind, number, until, status } = certificate;
        return (
          <li key={id} class="with-acts">
            <span>
              <b>{say.certificate(kind)}</b> {number} · {words.certificateStates[status]}
              {status !== 'revoked' && (
                <>
                  {' · '}
                  {until === null ? (
                    words.certificates.endless
                  ) : (
                    <DaysLeft daysLeft={daysBetween(today, until)} words={words} say={say} />
                  )}
                </>
              )}
            </span>
            {officer && status !== 'revoked' && (
              <CertificateAct
                act={status === 'recorded' ? 'verify' : 'revoke'}
                words={words}
                press={(step) => {
                  act(certificate, step);
                }}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface ActProps {
  readonly act: 'verify' | 'revoke';
  readonly words: RegistryWords;
  readonly press: (act: 'verify' | 'revoke') => void;
}

export function CertificateAct({ act, words, press }: ActProps) {
  const { certificates } = words;
  return (
    <SureButton
      label={certificates[act]}
      sure={act === 'verify' ? certificates.sureVerify : certificates.sureRevoke}
      act={() => {
        press(act);
      }}
    />
  );
}

/** A certificate of which these days are left is to be renewed now: coaching and issuing take that long. */
const SOON_DAYS = 90;

export function DaysLeft({
  daysLeft,
  say,
  words,
}: {
  readonly daysLeft: number;
  readonly say: Say;
  readonly words: RegistryWords;
}) {
  const text =
    daysLeft < 0 ? words.certificates.ended(say.count(-daysLeft)) : words.certificates.daysLeft(say.count(daysLeft));
  return <span class={`mark ${daysLeft < 0 ? 'unsold' : daysLeft <= SOON_DAYS ? 'waiting' : 'sold'}`}>{text}</span>;
}
