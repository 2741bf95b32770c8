import type { Language } from '../words/words.js';
import { AGREEMENTS_EN } from './words-en.js';
import { AGREEMENTS_ID } from './words-id.js';
import type { AgreementsWords } from './words.js';

export const AGREEMENTS_WORDS: Readonly<Record<Language, AgreementsWords>> = { id: AGREEMENTS_ID, en: AGREEMENTS_EN };
