import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { LANGUAGES, type Language } from '#kernel/refusals/words.js';

/** Indonesian as older systems write it. */
const ALSO: Readonly<Record<string, Language>> = { in: 'id' };

/**
 * The language of whoever reads the answer, by Accept-Language (RFC 9110). Who names none that we speak is told in
 * Indonesian as the pages are, where a page asks; a program is told in English, as the documentation is.
 */
export function languageOf({ 'accept-language': wanted = '', cookie }: IncomingHttpHeaders): Language {
  const spoken = wanted
    .split(',')
    .map((range, place) => ({ ...readRange(range), place }))
    .filter(({ language, weight }) => language !== undefined && weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place);
  return spoken[0]?.language ?? (cookie === undefined ? 'en' : 'id');
}

function readRange(range: string): { language: Language | undefined; weight: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const primary = tag.split('-')[0] ?? '';
  const weight = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1);
  return {
    language: LANGUAGES.find((each) => each === primary) ?? (Object.hasOwn(ALSO, primary) ? ALSO[primary] : undefined),
    weight: Number.isNaN(weight) ? 0 : weight,
  };
}

/** A handler's parameter: in which language the caller reads what it is told. */
export const ReaderLanguage = createParamDecorator((_data: unknown, context: ExecutionContext): Language =>
  languageOf(context.switchToHttp().getRequest<FastifyRequest>().headers),
);
