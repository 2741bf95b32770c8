import { Controller, Get, Header, Param } from '@nestjs/common';
import { DomainError } from '#kernel/domain-error.js';
import { CODES, isErrorCode, TITLES } from '#kernel/refusals/codes.js';
import { CODE_OF, SENTENCES, type Refusal } from '#kernel/refusals/sentences.js';
import { LANGUAGES, type Language } from '#kernel/refusals/words.js';
import { Public } from '#platform/access/allow.js';
import { Unlisted } from '#platform/http/describe.js';

/** Where `type` of a problem leads: what its code means, in both languages. */
@Public()
@Unlisted()
@Controller('errors')
export class ErrorsController {
  /** @throws DomainError NOT_FOUND for a code that is not in the table */
  @Get(':code')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Content-Security-Policy', "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
  @Header('Cache-Control', 'public, max-age=3600')
  show(@Param('code') code: string): string {
    if (!isErrorCode(code)) throw new DomainError('NOT_FOUND.code');
    const { status } = CODES[code];
    const parts = LANGUAGES.map((language) => part(code, language, TITLES[status][language]));
    return `<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${code}</title></head><body><h1>${code} (${String(status)})</h1>${parts.join('')}</body></html>`;
  }
}

function part(code: string, language: Language, title: string): string {
  const keys = (Object.keys(SENTENCES) as Refusal[]).filter((key) => CODE_OF[key] === code);
  const sentences = keys.map((key) => `<li>${text(SENTENCES[key][language])}</li>`);
  return `<section lang="${language}"><h2>${text(title)}</h2><ul>${sentences.join('')}</ul></section>`;
}

function text(value: string): string {
  return value.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}
