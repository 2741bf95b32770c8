import type { Say } from '../words/say.js';
import type { RegistryWords } from './words-id.js';

/** What every part of the page needs in which something is done, besides what it is done with. */
export interface Acting {
  readonly say: Say;
  readonly words: RegistryWords;
  /** What is shown may be old now. */
  readonly changed: () => void;
  readonly ended: () => void;
}
