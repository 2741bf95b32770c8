import type { Language } from '../words/words.js';

const KEY = 'serap.language';

/** The language chosen last on this device; Indonesian first. */
export function rememberedLanguage(): Language {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'id';
  } catch {
    return 'id';
  }
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // A browser that keeps nothing: the choice holds until the page is left.
  }
}
