import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Controller, Get, Header, Param, StreamableFile, type Type } from '@nestjs/common';
import { Public } from '../access/allow.js';
import { Unlisted } from './describe.js';
import { notFound } from './validate.js';

const SWAGGER_UI = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const FILES: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};

const PAGE = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width" />
  <title>Serap API</title>
  <link rel="stylesheet" href="docs/swagger-ui.css" />
  <div id="docs"></div>
  <script src="docs/swagger-ui-bundle.js"></script>
  <script src="docs/start.js"></script>
</html>
`;
const START = `SwaggerUIBundle({ url: 'openapi.json', dom_id: '#docs', deepLinking: true, validatorUrl: null });\n`;

/** Nothing from other hosts. The library sets styles of single elements, which a policy can only allow as a whole. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * Serves a service's OpenAPI document at `openapi.json` and a page for people at `docs`, both at its root and under the
 * path that its API has behind the common address.
 *
 * @param file the committed document (npm run describe)
 * @param apiPath for example `api/orders`
 */
export function apiDocsController(file: string, apiPath: string): Type {
  @Public()
  @Unlisted()
  @Controller(['', apiPath])
  class ApiDocsController {
    @Get('openapi.json')
    document(): StreamableFile {
      return fileOf(file, 'application/json; charset=utf-8');
    }

    @Get('docs')
    @Header('Content-Type', 'text/html; charset=utf-8')
    @Header('Content-Security-Policy', POLICY)
    page(): string {
      return PAGE;
    }

    @Get('docs/start.js')
    @Header('Content-Type', 'text/javascript; charset=utf-8')
    start(): string {
      return START;
    }

    @Get('docs/:name')
    @Header('Cache-Control', 'public, max-age=86400')
    asset(@Param('name') name: string): StreamableFile {
      const type = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
      if (type === undefined) throw notFound();
      return fileOf(join(SWAGGER_UI, name), type);
    }
  }
  return ApiDocsController;
}

/** Read when it is asked for: most services never are. */
function fileOf(path: string, type: string): StreamableFile {
  try {
    return new StreamableFile(readFileSync(path), { type });
  } catch {
    throw notFound();
  }
}
