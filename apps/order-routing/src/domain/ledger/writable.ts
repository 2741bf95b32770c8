/** A record as the file that keeps it writes it. Everyone else sees it read-only, and the compiler holds them to it. */
export type Writable<Record> = { -readonly [Field in keyof Record]: Record[Field] };
