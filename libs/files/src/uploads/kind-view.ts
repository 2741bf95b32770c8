import type { UploadKind } from './upload-kind.js';

/** What files a service takes from a caller. */
export interface FileKinds {
  readonly kinds: readonly FileKindView[];
}

/** What a file of one kind may hold, said to who fills it in. */
export interface FileKindView {
  readonly kind: string;
  readonly columns: readonly ColumnView[];
}

export interface ColumnView {
  /** Name of the field, as \`columns\` and \`values\` of an upload have it. */
  readonly field: string;
  /** Any of them names the column: in Indonesian first, then in English. */
  readonly headings: readonly string[];
  readonly required: boolean;
  /** What a cell should hold. */
  readonly wanted: { readonly id: string; readonly en: string };
}

export function viewOfKind<Field extends string>({
  name,
  columns,
}: Pick<UploadKind<Field>, 'name' | 'columns'>): FileKindView {
  const { headings, required, wanted } = columns;
  return {
    kind: name,
    columns: (Object.keys(headings) as Field[]).map((field) => ({
      field,
      headings: headings[field],
      required: required.includes(field),
      wanted: { id: wanted.id[field], en: wanted.en[field] },
    })),
  };
}
