import { useState } from 'preact/hooks';

export interface FileWords {
  /** On the button. */
  readonly browse: string;
  /** Beside it, while no file is chosen. */
  readonly noFile: string;
}

interface Props {
  readonly words: FileWords;
  /** Told of the file; undefined: it was taken back. */
  readonly choose: (file: File | undefined) => void;
  readonly id?: string;
  readonly name?: string;
  readonly accept?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
  /** The same file may be chosen again, mended: the field is then empty after each choice. */
  readonly again?: boolean;
  readonly 'aria-invalid'?: boolean;
  readonly 'aria-describedby'?: string | undefined;
}

/**
 * A file to choose or to drop, in words of the page: a browser's own field speaks the browser's language. The field itself
 * lies unseen over the whole, so that labels, keys and checks go on working.
 */
export function FileInput({ words, choose, again = false, ...field }: Props) {
  const [chosen, setChosen] = useState<string>();
  return (
    <span class="file">
      <input
        {...field}
        type="file"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          setChosen(again ? undefined : file?.name);
          choose(file);
          if (again) currentTarget.value = '';
        }}
      />
      <span aria-hidden="true">
        <b>{words.browse}</b> {chosen ?? words.noFile}
      </span>
    </span>
  );
}
