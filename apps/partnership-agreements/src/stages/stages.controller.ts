import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { Describe } from '#platform/http/describe.js';
import { IdPipe } from '#platform/http/validate.js';
import { MoveStage, type StageMoved } from './move-stage.js';
import { StageDto } from './stages.dto.js';

@Controller('api/agreements/:id/stages')
export class StagesController {
  constructor(private readonly moveStage: MoveStage) {}

  /** Moves an agreement to a stage, when the guards of that stage are met. */
  @Post()
  @HttpCode(200)
  @Allow('agreements:write')
  @Describe({ refuses: ['ILLEGAL_TRANSITION', 'GUARD_NOT_MET'] })
  move(@Param('id', IdPipe) id: string, @Body() body: StageDto, @CurrentCaller() caller: Caller): Promise<StageMoved> {
    return this.moveStage.run(caller.region, caller.subject, id, body);
  }
}
