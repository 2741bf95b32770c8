import { Labelled } from '../forms/named-fields.js';
import { FileInput } from '../parts/file-input.js';
import { useFileHash } from './use-file-hash.js';
import type { AgreementsWords } from './words-id.js';

interface Props {
  readonly label: string;
  readonly required?: boolean;
  readonly words: Pick<AgreementsWords, 'documents'>;
  /** Told of the SHA-256 of the file that was chosen; undefined: there is none, or it is still read. */
  readonly change: (hash: string | undefined) => void;
}

/** A file of which the hash is recorded; the file itself stays where it is. */
export function HashInput({ label, required = false, words, change }: Props) {
  const { hint, read } = useFileHash(words);
  return (
    <Labelled label={label} name="sha256" hint={hint}>
      {(described) => (
        <FileInput
          {...described}
          name="sha256"
          required={required}
          words={words.documents}
          choose={(file) => {
            change(undefined);
            void read(file).then(change);
          }}
        />
      )}
    </Labelled>
  );
}
