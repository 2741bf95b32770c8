import { Body, Controller, Post } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { Describe } from '#platform/http/describe.js';
import { dataScopeOf } from '#platform/access/data-scope.js';
import { CorrectStatement } from './correct-statement.js';
import type { Accepted } from './stock.controller.js';
import { StatementCorrectionDto } from './stock.dto.js';

/** A statement of today that said too much. */
@Controller('api/registry/stock-statements')
export class StatementCorrectionsController {
  constructor(private readonly correctStatement: CorrectStatement) {}

  /**
   * Corrects what was stated of a producer's stock today: less than was said, down to what is promised. The outcome is in
   * the request: all of it, or nothing with what was available.
   */
  @Post('corrections')
  @Allow('surplus:declare')
  @Describe({ refuses: ['NOT_FOUND'] })
  correct(@Body() body: StatementCorrectionDto, @CurrentCaller() caller: Caller): Promise<Accepted> {
    return this.correctStatement.run(dataScopeOf(caller), body);
  }
}
