import type { User } from './api/types.js';
import type { Language } from './words/words.js';

/** What the frame gives every page. */
export interface PageProps {
  readonly language: Language;
  /** Who is signed in, where the page may know. */
  readonly user: User | undefined;
  /** The session is over: what is half done must survive it. */
  readonly ended: () => void;
}
