import { promisify } from 'node:util';
import sax from 'sax';
import yauzl from 'yauzl';
import { DomainError } from '#kernel/domain-error.js';
import { LIMITS, tooLarge } from './limits.js';

/** The parts of an XLSX file, unpacked and parsed as they are read. */
export class XlsxParts {
  private constructor(
    private readonly file: yauzl.ZipFile,
    private readonly parts: ReadonlyMap<string, yauzl.Entry>,
  ) {}

  /**
   * @throws DomainError FILE_UNREADABLE for what is no ZIP archive; UnsupportedMediaTypeException for macros;
   *   PayloadTooLargeException for an archive of too many or too large parts
   */
  static async open(path: string): Promise<XlsxParts> {
    const file = await promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open)(path, {
      lazyEntries: true,
      autoClose: false,
    }).catch(() => {
      throw unreadable();
    });
    try {
      return new XlsxParts(file, await partsOf(file));
    } catch (error) {
      file.close();
      throw error;
    }
  }

  /** @param name without regard to case, as a ZIP archive of another system may have it */
  has(name: string): boolean {
    return this.parts.has(partName(name));
  }

  /**
   * Feeds the part through `handle`, tag by tag.
   *
   * @param handle is told of tags without their namespace prefix, and of text
   * @param maxBytes that the part may unpack to
   * @returns yields after each chunk, so that its reader can take what it has gathered, and stop
   */
  async *read(name: string, handle: XmlHandler, maxBytes: number): AsyncGenerator<undefined> {
    const part = this.parts.get(partName(name));
    if (!part) throw unreadable();
    if (part.uncompressedSize > maxBytes) throw tooLarge();
    const open = promisify<yauzl.Entry, NodeJS.ReadableStream>(this.file.openReadStream.bind(this.file));
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const parser = parserFor(handle);
    try {
      for await (const bytes of (await open(part)) as AsyncIterable<Buffer>) {
        parser.write(decoder.decode(bytes, { stream: true }));
        yield undefined;
      }
      parser.write(decoder.decode()).close();
    } catch (error) {
      throw error instanceof DomainError ? error : unreadable();
    }
  }

  close(): void {
    this.file.close();
  }
}

export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

function parserFor(handle: XmlHandler): sax.SAXParser {
  const parser = sax.parser(true, { position: false });
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  // The parser keeps all open tags, and all attributes of one: both are bounded before they fill the memory.
  let depth = 0;
  let attributes = 0;
  parser.onopentagstart = () => {
    attributes = 0;
    if ((depth += 1) > LIMITS.depth) throw unreadable();
  };
  parser.onattribute = () => {
    if ((attributes += 1) > LIMITS.attributes) throw unreadable();
  };
  parser.onopentag = (tag) => {
    handle.open(local(tag.name), tag.attributes as Record<string, string>);
  };
  parser.ontext = (text) => {
    handle.text(text);
  };
  parser.oncdata = (text) => {
    handle.text(text);
  };
  parser.onclosetag = (name) => {
    depth -= 1;
    handle.close(local(name));
  };
  // No spreadsheet program writes one; entities of its own are what it would be for.
  parser.ondoctype = () => {
    throw unreadable();
  };
  parser.onerror = () => {
    throw unreadable();
  };
  return parser;
}

function partName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

function partsOf(file: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  return new Promise((resolve, reject) => {
    const parts = new Map<string, yauzl.Entry>();
    file.on('error', () => {
      reject(unreadable());
    });
    file.on('end', () => {
      resolve(parts);
    });
    file.on('entry', (entry: yauzl.Entry) => {
      if (parts.size >= LIMITS.parts) {
        reject(tooLarge());
      } else if (/vbaProject|macrosheets/i.test(entry.fileName)) {
        reject(new DomainError('UNSUPPORTED_MEDIA_TYPE.macros'));
      } else {
        parts.set(partName(entry.fileName), entry);
        file.readEntry();
      }
    });
    file.readEntry();
  });
}

export function unreadable(): DomainError {
  return new DomainError('FILE_UNREADABLE.xlsx');
}
