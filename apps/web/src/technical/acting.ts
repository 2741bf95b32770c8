import type { Language } from '../words/words.js';
import type { Say } from '../words/say.js';
import { TECHNICAL_EN } from './words-en.js';
import { TECHNICAL_ID, type TechnicalWords } from './words-id.js';

export const TECHNICAL_WORDS: Readonly<Record<Language, TechnicalWords>> = { id: TECHNICAL_ID, en: TECHNICAL_EN };

/** What each part needs besides what it is about. */
export interface Technical {
  /** By whose clock instants are told. */
  readonly region: string;
  readonly say: Say;
  readonly words: TechnicalWords;
  readonly ended: () => void;
}
