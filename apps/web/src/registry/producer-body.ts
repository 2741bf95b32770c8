import { textIn, textsIn, wholeIn, type Filled } from '../forms/filled.js';
import type { Producer } from './data.js';

/** Texts that may be left out. */
const TEXTS = ['reference', 'kbli', 'kbliVersion', 'nib', 'nik', 'nikPurpose', 'form'];

/**
 * A producer as it was filled in. A figure that is none goes as it is, and the registry says what is wrong with it.
 *
 * @param known what a correction is of: what the form does not show stays
 */
export function producerBody(filled: Filled, known?: Producer): object {
  const aggregator = textIn(filled, 'kind') === 'aggregator';
  const { form, kbliVersion, nikPurpose, ...texts } = textsIn(filled, TEXTS);
  return {
    kind: textIn(filled, 'kind'),
    name: textIn(filled, 'name') ?? '',
    village: textIn(filled, 'village') ?? '',
    umkmClass: textIn(filled, 'umkmClass'),
    umkmRule: textIn(filled, 'umkmRule'),
    umkmAsOf: textIn(filled, 'umkmAsOf'),
    workers: {
      total: wholeIn(filled, 'workers/total') ?? 0,
      women: wholeIn(filled, 'workers/women') ?? 0,
      youth: wholeIn(filled, 'workers/youth') ?? 0,
    },
    healthInsured: filled.has('healthInsured'),
    standingConsent: filled.has('standingConsent'),
    ...texts,
    ...(aggregator && form !== undefined ? { form } : {}),
    // An edition without a number, and a purpose without a NIK, say nothing.
    ...(texts['kbli'] === undefined ? {} : { kbliVersion: kbliVersion ?? known?.kbliVersion ?? '2020' }),
    ...(texts['nik'] === undefined || nikPurpose === undefined ? {} : { nikPurpose }),
  };
}
