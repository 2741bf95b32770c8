import type { UploadWordsOfAll } from './upload-words-id.js';

/** Words of a section that takes files; a page adds what its files are. */
export interface UploadWords extends UploadWordsOfAll {
  readonly hint: string;
  /** Files by what their rows are. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly placed: (placed: string, refused: string, standing: string) => string;
}
