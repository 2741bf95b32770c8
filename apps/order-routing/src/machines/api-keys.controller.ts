import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
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

  @Post()
  issue(@CurrentCaller() caller: Caller, @Body() { system }: ApiKeyDto): Promise<IssuedApiKey> {
    return this.issueApiKey.run(caller, system);
  }

  @Get()
  all(@CurrentCaller() caller: Caller): Promise<{ items: ApiKeyView[] }> {
    return this.findApiKeys.all(caller);
  }

  @Delete(':id')
  @HttpCode(204)
  revoke(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<void> {
    return this.revokeApiKey.run(caller, id);
  }
}
