import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { IdPipe } from '#platform/http/validate.js';
import { MoveStage } from './move-stage.js';
import { StageDto } from './stages.dto.js';

@Controller('api/agreements/:id/stages')
export class StagesController {
  constructor(private readonly moveStage: MoveStage) {}

  @Post()
  @HttpCode(200)
  @Allow('agreements:write')
  move(@Param('id', IdPipe) id: string, @Body() body: StageDto, @CurrentCaller() caller: Caller): Promise<object> {
    return this.moveStage.run(caller.region, caller.subject, id, body);
  }
}
