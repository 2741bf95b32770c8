import type { Language } from '../words/words.js';
import { INTAKE_EN } from './words-en.js';
import { INTAKE_ID, type IntakeWords } from './words-id.js';

export const INTAKE_WORDS: Readonly<Record<Language, IntakeWords>> = { id: INTAKE_ID, en: INTAKE_EN };
