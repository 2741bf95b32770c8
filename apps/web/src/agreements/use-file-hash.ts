import { useState } from 'preact/hooks';
import { hexOf, shortHash } from './hashes.js';
import type { AgreementsWords } from './words-id.js';

/** The SHA-256 of a file that is chosen: computed here, for the file itself stays where it is. */
export function useFileHash({ documents }: Pick<AgreementsWords, 'documents'>) {
  /** Empty while a file is read. */
  const [hash, setHash] = useState<string>();
  return {
    hash: hash === '' ? undefined : hash,
    hint: hash === undefined ? documents.fileHint : hash === '' ? documents.reading : documents.print(shortHash(hash)),
    /** @returns undefined where no file was chosen */
    read: async (file: File | undefined): Promise<string | undefined> => {
      setHash(file && '');
      const digest = file && hexOf(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
      setHash(digest);
      return digest;
    },
  };
}
