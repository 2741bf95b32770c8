import { DomainError } from '#kernel/domain-error.js';
import { LIMITS } from './limits.js';
import type { XmlHandler } from './xlsx-parts.js';

const BYTES_EACH = 24;

/** Gathers the texts that the cells of a workbook share: the only part of it that is held in memory. */
export class SharedStrings implements XmlHandler {
  readonly texts: string[] = [];
  private current = '';
  private inText = false;
  private inPhonetic = false;
  private bytes = 0;

  open(name: string): void {
    if (name === 'si') this.current = '';
    // How a text is pronounced stands beside it, and is no part of it.
    if (name === 'rPh') this.inPhonetic = true;
    this.inText = name === 't' && !this.inPhonetic;
  }

  text(chunk: string): void {
    if (this.inText && this.current.length < LIMITS.cellCharacters) this.current += chunk;
  }

  /** @throws DomainError TOO_LARGE for more than the memory of a service is for */
  close(name: string): void {
    this.inText = false;
    if (name === 'rPh') this.inPhonetic = false;
    if (name !== 'si') return;
    const text = unescaped(this.current).slice(0, LIMITS.cellCharacters);
    this.bytes += BYTES_EACH + text.length;
    if (this.texts.length === LIMITS.sharedStrings || this.bytes > LIMITS.sharedStringsBytes) {
      throw new DomainError('TOO_LARGE.texts');
    }
    this.texts.push(copyOf(text));
  }
}

/** What XML cannot hold is written as `_x000D_`, and an underscore before such a thing as `_x005F_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** A piece of a text keeps the whole of it in memory: here that would be the part of the file. */
function copyOf(text: string): string {
  return Buffer.from(text).toString();
}
