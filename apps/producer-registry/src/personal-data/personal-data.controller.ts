import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { Describe } from '#platform/http/describe.js';
import { IdPipe } from '#platform/http/validate.js';
import { ErasePersonalData } from './erase-personal-data.js';
import { ExportPersonalData, type PersonalData } from './export-personal-data.js';

/** What a person may ask of the registry under UU 27/2022, put in by an officer. docs/decisions/0015-personal-data.md */
@Controller('api/registry/producers/:id/personal-data')
@Allow('personal-data:handle')
export class PersonalDataController {
  constructor(
    private readonly exportPersonalData: ExportPersonalData,
    private readonly erasePersonalData: ErasePersonalData,
  ) {}

  /** Gives all that is held about a producer, its NIK in full; a POST, for the audit log keeps who asked. */
  @Post('export')
  @HttpCode(200)
  @Describe({ key: false })
  export(@Param('id', IdPipe) id: string, @CurrentCaller() caller: Caller): Promise<PersonalData> {
    return this.exportPersonalData.run(caller.region, id);
  }

  /** Erases a closed producer's name, numbers and remarks for good; what it sold stays under its id. */
  @Post('erasure')
  @HttpCode(200)
  @Describe({ refuses: ['ILLEGAL_TRANSITION'] })
  erase(@Param('id', IdPipe) id: string, @CurrentCaller() caller: Caller): Promise<{ id: string }> {
    return this.erasePersonalData.run(caller.region, id);
  }
}
