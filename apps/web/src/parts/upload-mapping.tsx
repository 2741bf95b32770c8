import { useState } from 'preact/hooks';
import { Choice, Field } from './fields.js';
import type { Say } from '../words/say.js';
import type { FileColumns, FileKind } from './upload-data.js';
import type { UploadWords } from './upload-words.js';
import type { SaidOfColumns } from './use-upload.js';

interface Props {
  readonly file: FileColumns;
  readonly kind: FileKind;
  readonly say: Say;
  readonly words: UploadWords;
  readonly apply: (said: SaidOfColumns) => void;
}

/** What each column of a file holds, and what is the same in every row: said by its sender, where its headings do not. */
export function UploadMapping({ file, kind, say, words, apply }: Props) {
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const nameOf = ({ headings }: FileKind['columns'][number]) =>
    headings[say.language === 'id' ? 0 : 1] ?? headings[0] ?? '';
  const fieldOf = ({ heading, field }: FileColumns['columns'][number]) => chosen[heading] ?? field ?? '';
  const held = new Set(file.columns.map(fieldOf));
  const missing = kind.columns.filter(({ field, required }) => required && !held.has(field));
  const choices = [
    ['', words.mapping.none] as const,
    ...kind.columns.map((column) => [column.field, nameOf(column)] as const),
  ];
  return (
    <form
      class="form"
      aria-labelledby="mapping"
      onSubmit={(event) => {
        event.preventDefault();
        const isMissing = ([field]: [string, string]) => missing.some((column) => column.field === field);
        apply({
          columns: Object.fromEntries(Object.entries(chosen).map(([heading, field]) => [heading, field || null])),
          values: Object.fromEntries(Object.entries(values).filter((said) => said[1] !== '' && isMissing(said))),
        });
      }}
    >
      <h3 id="mapping">{words.mapping.heading}</h3>
      <p class="muted">{words.mapping.hint}</p>
      {file.columns.map((column) => (
        <Choice
          key={column.heading}
          label={column.heading}
          value={fieldOf(column)}
          choices={choices}
          change={(field) => {
            setChosen((before) => ({ ...before, [column.heading]: field }));
          }}
        />
      ))}
      {missing.length > 0 && <p>{words.mapping.missing}</p>}
      {missing.map((column) => (
        <Field
          key={column.field}
          label={nameOf(column)}
          hint={column.wanted[say.language]}
          value={values[column.field] ?? ''}
          change={(typed) => {
            setValues((before) => ({ ...before, [column.field]: typed }));
          }}
        />
      ))}
      <button type="submit" class="primary">
        {words.mapping.apply}
      </button>
    </form>
  );
}
