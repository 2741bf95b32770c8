import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { Describe } from '#platform/http/describe.js';
import { IdPipe } from '#platform/http/validate.js';
import { ApiKeyDto } from './api-keys.dto.js';
import { FindApiKeys, type ApiKeyView } from './find-api-keys.js';
import { IssueApiKey, type IssuedApiKey } from './issue-api-key.js';
import { RevokeApiKey } from './revoke-api-key.js';

/** Keys with which a partner's own systems order and receive, beside its people. */
@Controller('api/orders/api-keys')
@Allow('api-keys:manage')
export class ApiKeysController {
  constructor(
    private readonly issueApiKey: IssueApiKey,
    private readonly revokeApiKey: RevokeApiKey,
    private readonly findApiKeys: FindApiKeys,
  ) {}

  /** Gives a system of the partner a key of its own. The key is shown this once. */
  @Post()
  @Describe({ refuses: ['TOO_MANY_KEYS'] })
  issue(@CurrentCaller() caller: Caller, @Body() { system }: ApiKeyDto): Promise<IssuedApiKey> {
    return this.issueApiKey.run(caller, system);
  }

  /** Keys of the caller's region without the keys themselves, the latest first, at most 200. */
  @Get()
  all(@CurrentCaller() caller: Caller): Promise<{ items: ApiKeyView[] }> {
    return this.findApiKeys.all(caller);
  }

  /** Revokes a key. Revoking it again changes nothing. */
  @Delete(':id')
  @HttpCode(204)
  revoke(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<void> {
    return this.revokeApiKey.run(caller, id);
  }
}
