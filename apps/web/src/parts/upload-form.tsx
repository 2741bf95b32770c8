import { NUMBER_LOCALES, type NumberLocale } from '#kernel/written-decimal.js';
import { Choice } from './fields.js';
import { FileInput } from './file-input.js';
import type { FileKind } from './upload-data.js';
import type { UploadWords } from './upload-words.js';

interface Props {
  readonly kind: FileKind;
  readonly kinds: readonly FileKind[];
  readonly locale: NumberLocale;
  readonly words: UploadWords;
  readonly choose: (kind: string) => void;
  readonly chooseLocale: (locale: NumberLocale) => void;
  readonly read: (file: File) => void;
}

/** What a file holds, how its numbers are written, and the file. */
export function UploadForm({ kind, kinds, locale, words, choose, chooseLocale, read }: Props) {
  return (
    <form class="form">
      {kinds.length > 1 && (
        <Choice
          label={words.kind}
          value={kind.kind}
          choices={kinds.map((each) => [each.kind, words.kinds[each.kind] ?? each.kind])}
          change={choose}
        />
      )}
      <Choice
        label={words.locale}
        value={locale}
        choices={NUMBER_LOCALES.map((each) => [each, words.locales[each]])}
        change={chooseLocale}
      />
      <label>
        {words.choose}
        <FileInput
          accept=".csv,.xlsx,.txt,.tsv"
          again
          words={words}
          choose={(file) => {
            if (file) read(file);
          }}
        />
      </label>
    </form>
  );
}
