import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { instant } from '#files/exports/column.js';
import { Exports } from '#files/exports/exports.js';
import { Describe } from '#platform/http/describe.js';
import { IdPipe } from '#platform/http/validate.js';
import { ChangeRecipients, type RegisteredRecipient } from './change-recipients.js';
import { FindRecipients, type RecipientView } from './find-recipients.js';
import { RecipientDto } from './recipients.dto.js';

/** Who is sent notices of new tasks; docs/decisions/0018-notices.md. */
@Controller('api/operations/notice-recipients')
@Allow('notices:manage')
export class RecipientsController {
  constructor(
    private readonly changeRecipients: ChangeRecipients,
    private readonly findRecipients: FindRecipients,
  ) {}

  /** Registers an address: it is sent what is new among the tasks of the caller's roles in its region. */
  @Post()
  @Describe({ refuses: ['TOO_MANY_RECIPIENTS'] })
  register(@CurrentCaller() caller: Caller, @Body() { address }: RecipientDto): Promise<RegisteredRecipient> {
    return this.changeRecipients.register(caller, address);
  }

  /** Addresses of the caller's region and roles, masked, the latest first. */
  @Get()
  @Exports({
    file: 'penerima-pemberitahuan',
    columns: {
      Alamat: 'address',
      Didaftarkan: instant('registeredAt'),
      Terkirim: instant('sentAt'),
      Ditolak: instant('refusedAt'),
      Id: 'id',
    },
  })
  all(@CurrentCaller() caller: Caller): Promise<{ items: RecipientView[] }> {
    return this.findRecipients.all(caller);
  }

  /** Removes an address for good: nothing of it is kept. */
  @Delete(':id')
  @HttpCode(204)
  remove(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<void> {
    return this.changeRecipients.remove(caller, id);
  }
}
