import { useState } from 'preact/hooks';
import { Labelled } from '../forms/named-fields.js';
import { hexOf, shortHash } from './fields.js';
import type { AgreementsWords } from './words-id.js';

interface Props {
  readonly label: string;
  readonly required?: boolean;
  readonly words: Pick<AgreementsWords, 'documents'>;
  /** Told of the SHA-256 of the file that was chosen; undefined: there is none, or it is still read. */
  readonly change: (hash: string | undefined) => void;
}

/** A file of which the hash is recorded; the file itself stays where it is. */
export function HashInput({ label, required = false, words: { documents }, change }: Props) {
  const [hash, setHash] = useState<string>();
  const compute = async (file: File | undefined) => {
    setHash(file && '');
    change(undefined);
    if (!file) return;
    const digest = hexOf(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
    setHash(digest);
    change(digest);
  };
  const hint =
    hash === undefined ? documents.fileHint : hash === '' ? documents.reading : documents.print(shortHash(hash));
  return (
    <Labelled label={label} name="sha256" hint={hint}>
      {(described) => (
        <input
          {...described}
          type="file"
          name="sha256"
          required={required}
          onChange={({ currentTarget }) => {
            void compute(currentTarget.files?.[0]);
          }}
        />
      )}
    </Labelled>
  );
}
