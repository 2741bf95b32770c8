import { createHash } from 'node:crypto';
import type { Client } from '../system/client.js';
import type { Progress } from './progress.js';
import type { PartnerPlan, SampleInput } from './sample-input.js';

/** Takes each agreement as far as the scenario says: to the joint agreement, or to a PKS in force. */
export async function loadAgreements(agreements: Client, sample: SampleInput, progress: Progress): Promise<void> {
  for (const [index, partner] of sample.partners.entries()) {
    progress(index, sample.partners.length, 'Agreements');
    await loadAgreement(agreements, sample, partner);
  }
  progress(sample.partners.length, sample.partners.length, 'Agreements');
}

async function loadAgreement(agreements: Client, sample: SampleInput, partner: PartnerPlan): Promise<void> {
  const key = `${sample.name}-agreement-${partner.code}`;
  const { id } = await agreements.post<{ id: string }>(
    '/api/agreements',
    {
      partner: partner.code,
      title: `Kerja sama perdagangan hasil UMKM dengan ${partner.name} (contoh)`,
      regime: sample.regime,
      needsCouncil: partner.needsCouncil ?? false,
      originNumber: `B-${partner.code} (contoh)`,
      partnerNumber: `P-${partner.code} (contoh)`,
    },
    key,
  );
  const post = (part: string, step: string, body: object): Promise<{ stage?: string }> =>
    agreements.post(`/api/agreements/${id}/${part}`, body, `${key}-${step}`);

  for (const side of ['origin', 'partner']) {
    await post('signatories', side, { side, name: 'Kepala daerah (contoh)', office: 'head-of-region' });
  }
  const texts = (text: string): string[] => (sample.reviewed === false ? [text] : [`${text}-review`, text]);
  for (const kind of texts('joint-agreement')) await post('documents', kind, documentOf(kind, partner.code));
  const terms = partner.terms.map((term) => ({ ...term, period: 'day', minimumLot: 0 }));
  await post('terms', 'terms', { terms });
  for (const stage of ['offer', 'joint-agreement-drafting', 'joint-agreement-signed']) {
    await post('stages', stage, { stage });
  }
  if (!sample.pks) return;
  if (partner.needsCouncil) {
    await post('stages', 'council-submitted', { stage: 'council-submitted' });
    await post('documents', 'council-decision', documentOf('council-decision', partner.code));
    await post('stages', 'council-approved', { stage: 'council-approved' });
  }
  for (const kind of texts('pks')) await post('documents', kind, documentOf(kind, partner.code));
  await post('stages', 'pks-drafting', { stage: 'pks-drafting' });
  const signed = await post('stages', 'pks-signed', { stage: 'pks-signed', ...signingOf(sample) });
  if (signed.stage !== 'in-force') {
    throw new Error(
      `The PKS with ${partner.code} is ${String(signed.stage)}: set the business clock to ${sample.day} before loading.`,
    );
  }
}

/** A PKS of before the sample's day was signed before it is recorded, and says so. */
function signingOf({ pks, day, reviewed }: SampleInput): object {
  if (!pks || pks.effectiveFrom >= day || reviewed === false) return { ...pks };
  return { ...pks, signedOn: pks.effectiveFrom, backdatingReason: 'Ditandatangani sebelum dicatat di Serap (contoh)' };
}

/** A document of the sample: it exists by its hash alone. */
export function documentOf(kind: string, partner: string): { kind: string; number: string; sha256: string } {
  return {
    kind,
    number: `${kind}-${partner} (contoh)`,
    sha256: createHash('sha256').update(`${kind} ${partner}`).digest('hex'),
  };
}
