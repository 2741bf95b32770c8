/** Words of a section that takes files; a page adds what its files are. */
export interface UploadWords extends UploadWordsOfAll {
  readonly hint: string;
  /** Files by what their rows are. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly placed: (placed: string, refused: string) => string;
}

/** What is said of any file. */
export interface UploadWordsOfAll {
  readonly heading: string;
  readonly kind: string;
  readonly choose: string;
  readonly locale: string;
  readonly locales: Readonly<Record<'id-ID' | 'en', string>>;
  readonly offline: string;
  readonly reading: string;
  readonly counts: (green: string, amber: string, red: string) => string;
  readonly row: string;
  readonly fault: string;
  readonly errors: string;
  readonly good: (rows: string) => string;
  readonly all: (rows: string) => string;
  readonly placing: (done: string, all: string) => string;
  readonly columns: {
    readonly heading: (kind: string) => string;
    readonly name: string;
    readonly content: string;
    readonly alias: (heading: string) => string;
    readonly optional: string;
    readonly template: string;
  };
}
