import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface PageFile {
  readonly type: string;
  readonly bytes: Buffer;
  readonly zipped: Buffer;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The built pages, read once into memory: a request can only ask for what is there. */
export class BuiltPages {
  private readonly files = new Map<string, PageFile>();

  /** @param folder output of `npm run build:web`; may be missing */
  constructor(folder: string) {
    if (!existsSync(folder)) return;
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      const type = TYPES[extname(entry.name)];
      if (!entry.isFile() || type === undefined) continue;
      const bytes = readFileSync(path);
      this.files.set(relative(folder, path).split(sep).join('/'), { type, bytes, zipped: gzipSync(bytes) });
    }
  }

  file(path: string): PageFile | undefined {
    return this.files.get(path);
  }
}
