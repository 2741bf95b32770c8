import type { Say } from '../words/say.js';
import type { AgreementsWords } from './words-id.js';

/** What every section of an agreement's page needs besides its own part of the file. */
export interface Context {
  readonly say: Say;
  readonly words: AgreementsWords;
  /** Officers of the origin keep the file; everybody else reads it. */
  readonly mayWrite: boolean;
  /** Officers of either side record its own papers, signatories and number. */
  readonly mayRecord: boolean;
  /** Something was recorded: the file is to be read anew. */
  readonly changed: () => void;
  readonly ended: () => void;
}
