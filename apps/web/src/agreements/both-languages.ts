import type { Language } from '../words/words.js';
import { AGREEMENTS_EN } from './words-en.js';
import { AGREEMENTS_ID, type AgreementsWords } from './words-id.js';

export const AGREEMENTS_WORDS: Readonly<Record<Language, AgreementsWords>> = { id: AGREEMENTS_ID, en: AGREEMENTS_EN };
