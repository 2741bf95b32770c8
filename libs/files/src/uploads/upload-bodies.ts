import type { Readable } from 'node:stream';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { oneOf, same } from '#kernel/refusals/words.js';
import { DomainError } from '#kernel/domain-error.js';

export const FORMATS = {
  'text/csv': 'csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
} as const;
export type Format = (typeof FORMATS)[keyof typeof FORMATS];

/** A file that streams in. */
export class UploadBody {
  readonly #stream: Readable;

  constructor(
    readonly format: Format,
    stream: Readable,
  ) {
    this.#stream = stream;
  }

  get stream(): Readable {
    return this.#stream;
  }
}

/** Teaches the HTTP server to hand CSV and XLSX bodies over as they stream in. */
@Injectable()
export class UploadBodies implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    for (const [type, format] of Object.entries(FORMATS)) {
      fastify.addContentTypeParser(type, (_request, payload, done) => {
        done(null, new UploadBody(format, payload));
      });
    }
  }
}

/** @throws UnsupportedMediaTypeException when the request came with another content type */
export function uploadOf(request: FastifyRequest): UploadBody {
  if (request.body instanceof UploadBody) return request.body;
  throw new DomainError('UNSUPPORTED_MEDIA_TYPE.types', { types: oneOf(Object.keys(FORMATS).map(same)) });
}
