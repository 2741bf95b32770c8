import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { Describe } from '#platform/http/describe.js';
import type { WhatIfView } from '../domain/what-if/compared.js';
import { AskWhatIf } from './ask-what-if.js';
import { WhatIfDto } from './what-if.dto.js';

@Controller('api/orders/what-if')
export class WhatIfController {
  constructor(private readonly askWhatIf: AskWhatIf) {}

  /**
   * What a market would sell if terms, certificates, goods or demand were otherwise, beside what it sells as it is. Both are
   * bound by the engine now, and proved; nothing is written.
   */
  @Post()
  @HttpCode(200)
  @Allow('what-if:ask')
  @Describe({ key: false, refuses: ['NOT_FOUND', 'COMMODITY_UNKNOWN', 'UNIT_MISMATCH', 'UNAVAILABLE'] })
  ask(@CurrentCaller() caller: Caller, @Body() { origin, ...supposed }: WhatIfDto): Promise<WhatIfView> {
    return this.askWhatIf.run(caller, origin ?? caller.region, supposed);
  }
}
