import type { Explanation, Named, Reason } from '../api/types.js';
import { addressOfQuota } from '../parts/asked-quota.js';
import type { Say } from '../words/say.js';

interface Props {
  readonly explanation: Explanation | undefined;
  readonly say: Say;
}

interface Sentence {
  readonly key: string;
  readonly gain: boolean;
  readonly text: string;
  readonly who: string | undefined;
  /** Agreements that it names. */
  readonly agreements: readonly Named[];
  /** A quota that would sell more, by so many base units. */
  readonly quota: { readonly row: Named; readonly more: number } | undefined;
}

/** What would sell more, and what would not, each in one sentence; gains first. */
export function Reasons({ explanation, say }: Props) {
  const sentences = explanation ? sentencesOf(explanation, say) : [];
  return (
    <section aria-labelledby="why">
      <h2 id="why">{say.words.why.heading}</h2>
      {sentences.length === 0 && <p class="muted">{say.words.why.none}</p>}
      <ul class="reasons">
        {sentences.map(({ key, gain, text, who, agreements, quota }) => (
          <li key={key} class={gain ? 'gain' : 'idle'}>
            <span class="sign" aria-hidden="true">
              {gain ? '+' : '='}
            </span>
            <span>
              {text}
              {who !== undefined && <small>{say.words.why.who(who)}</small>}
              {quota?.row.agreementId !== undefined && (
                <small>
                  <a href={addressOfQuota(quota.row.agreementId, { row: quota.row.id, more: quota.more })}>
                    {say.words.why.raise}
                  </a>
                </small>
              )}
              {agreements.map(({ agreementId = '', partner = '' }) => (
                <small key={agreementId}>
                  <a href={`/kerja-sama#${agreementId}`}>{say.words.why.openAgreement(say.region(partner))}</a>
                </small>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function sentencesOf({ unit, unsold, unfilled, idleCertificates }: Explanation, say: Say): Sentence[] {
  // The same bottleneck seen from the other side is one sentence, not two.
  const seen = new Set<string>();
  const told = [...unsold, ...unfilled].flatMap((reason) => {
    const text = say.sentence(reason, unit);
    const key = `${reason.code} ${reason.binding.map(({ id }) => id).join(' ')}`;
    if (text === undefined || seen.has(key)) return [];
    seen.add(key);
    return [
      {
        key,
        gain: reason.gain > 0,
        text,
        who: say.reason(reason.code)?.who,
        agreements: agreementsOf(reason.binding),
        quota: quotaOf(reason),
      },
    ];
  });
  const idle = idleCertificates.map(({ certificate, lots, stoppedBy, askedBy }) => {
    const stops = unfilled.filter(({ code }) => stoppedBy.includes(code)).map((reason) => say.short(reason, unit));
    const stopped = stops.length > 0 ? say.list([...new Set(stops)]) : say.words.why.allServed;
    const askers = say.list(askedBy.map((code) => say.region(code)));
    return {
      key: `idle ${certificate}`,
      gain: false,
      text: say.words.why.idle(say.certificate(certificate), say.lots(lots), askers, stopped),
      who: say.reason('CERTIFICATE_MISSING')?.who,
      agreements: [],
      quota: undefined,
    };
  });
  const gains = told.filter(({ gain }) => gain);
  return [...gains, ...idle, ...told.filter(({ gain }) => !gain)];
}

/** The one quota that a sentence says to raise. */
function quotaOf({ code, binding, gain, relaxBy = gain }: Reason): Sentence['quota'] {
  const [row] = binding;
  if (code !== 'QUOTA_EXHAUSTED' || gain === 0 || binding.length !== 1 || row === undefined) return undefined;
  return { row, more: relaxBy };
}

/** Each agreement once, whichever of its rows bind. */
function agreementsOf(binding: readonly Named[]): Named[] {
  return binding.filter(
    ({ agreementId }, index) =>
      agreementId !== undefined && binding.findIndex((other) => other.agreementId === agreementId) === index,
  );
}
