import type { Language } from '../words/words.js';
import { REGISTRY_EN } from './words-en.js';
import { REGISTRY_ID, type RegistryWords } from './words-id.js';

export const REGISTRY_WORDS: Readonly<Record<Language, RegistryWords>> = { id: REGISTRY_ID, en: REGISTRY_EN };
