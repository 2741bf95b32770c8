import { IsIn } from 'class-validator';
import { MayBeAbsent } from '#platform/http/shapes.js';
import { UploadQuery } from '#files/uploads/uploads.dto.js';

const KINDS = ['producers', 'certificates', 'coaching', 'stock-statements'] as const;
export type FileKind = (typeof KINDS)[number];

export class FileQuery extends UploadQuery {
  /** What its rows are. */
  @IsIn(KINDS) kind: FileKind;
}

export class FilesQuery {
  @MayBeAbsent() @IsIn(KINDS) kind?: FileKind;
}
