import { useState } from 'preact/hooks';
import type { components } from '#clients/partnership-agreements.js';
import { keepDraft, keptDraft } from '../api/drafts.js';
import { ActForm } from '../forms/act-form.js';
import { textIn, type Filled } from '../forms/filled.js';
import { Fold } from '../forms/fold.js';
import { CheckInput, SelectInput, TextInput } from '../forms/named-fields.js';
import type { Say } from '../words/say.js';
import { RegionField, type FoundRegion } from './region-field.js';
import type { AgreementsWords } from './words-id.js';

type Body = components['schemas']['AgreementDto'];

interface Props {
  readonly say: Say;
  readonly words: AgreementsWords;
  readonly ended: () => void;
}

/** The newest rules first: who opens one now makes it by them. */
const REGIMES = [
  'PP 28/2018 + Permendagri 22/2020',
  'PP 28/2018 + Permendagri 22/2009',
] as const satisfies readonly Body['regime'][];
const MONTHS = ['6', '3', '2', '1'];
const DRAFT = 'open-agreement';

/** Opens the file of a cooperation with a region that is found by its name, and goes there. */
export function OpenForm({ say, words, ended }: Props) {
  const { opening } = words;
  const [partner, setPartner] = useState(
    () => keptDraft<{ text: string; region?: FoundRegion }>('tab', `${DRAFT} partner`) ?? { text: '' },
  );
  const call = (filled: Filled) => {
    if (!partner.region) return { faults: [{ field: 'partner', message: opening.pick }] };
    const number = textIn(filled, 'originNumber');
    const body: Body = {
      partner: partner.region.code,
      title: textIn(filled, 'title') ?? '',
      regime: REGIMES.find((regime) => regime === textIn(filled, 'regime')) ?? REGIMES[0],
      needsCouncil: filled.has('needsCouncil'),
      reportEveryMonths: Number(textIn(filled, 'reportEveryMonths')),
      ...(number === undefined ? {} : { originNumber: number }),
    };
    return { path: '/api/agreements', body };
  };
  return (
    <Fold label={opening.heading} draft={DRAFT} done={opening.done}>
      {(close) => (
        <ActForm
          draft={DRAFT}
          send={opening.send}
          say={say}
          call={call}
          ended={ended}
          done={(answer) => {
            keepDraft('tab', `${DRAFT} partner`, undefined);
            setPartner({ text: '' });
            close();
            location.hash = (answer as { readonly id: string }).id;
          }}
        >
          <RegionField
            name="partner"
            say={say}
            words={opening}
            text={partner.text}
            chosen={partner.region}
            change={(text, region) => {
              const next = { text, ...(region && { region }) };
              keepDraft('tab', `${DRAFT} partner`, next);
              setPartner(next);
            }}
          />
          <TextInput label={opening.title} name="title" hint={opening.titleHint} required maxLength={300} />
          <SelectInput label={opening.regime} name="regime" choices={REGIMES.map((each) => [each, each])} />
          <SelectInput
            label={opening.reports}
            name="reportEveryMonths"
            choices={MONTHS.map((count) => [count, opening.months(count)])}
          />
          <TextInput label={opening.number} name="originNumber" maxLength={100} />
          <CheckInput label={opening.council} name="needsCouncil" />
        </ActForm>
      )}
    </Fold>
  );
}
