import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { Describe } from '#platform/http/describe.js';
import { PageQuery, type Page } from '#platform/http/shapes.js';
import { IdPipe } from '#platform/http/validate.js';
import { ChangeWebhook, type RotatedSecret, type SentPing } from './change-webhook.js';
import { FindWebhooks, type DeliveryView, type WebhookView } from './find-webhooks.js';
import { RegisterWebhook, type RegisteredWebhook } from './register-webhook.js';
import { WebhookDto, WebhookStateDto } from './webhooks.dto.js';

/** Addresses at which partners' systems hear what becomes of their orders; docs/decisions/0017-webhooks.md. */
@Controller('api/orders/webhooks')
@Allow('webhooks:manage')
export class WebhooksController {
  constructor(
    private readonly registerWebhook: RegisterWebhook,
    private readonly changeWebhook: ChangeWebhook,
    private readonly findWebhooks: FindWebhooks,
  ) {}

  /** Registers an address. Its signing secret is shown this once. */
  @Post()
  @Describe({ refuses: ['WEBHOOK_URL_REFUSED', 'TOO_MANY_WEBHOOKS'] })
  register(@CurrentCaller() caller: Caller, @Body() body: WebhookDto): Promise<RegisteredWebhook> {
    return this.registerWebhook.run(caller, body);
  }

  /** Webhooks of the caller's region without their secrets, the latest first. */
  @Get()
  all(@CurrentCaller() caller: Caller): Promise<{ items: WebhookView[] }> {
    return this.findWebhooks.all(caller);
  }

  /** Gives it a new secret, shown this once. The old one signs beside it for 24 hours. */
  @Post(':id/secret')
  rotate(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<RotatedSecret> {
    return this.changeWebhook.rotate(caller, id);
  }

  /** Disables it, or enables it again: then what waited is sent. What happens while it is disabled is not told. */
  @Put(':id/state')
  @HttpCode(204)
  turn(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() { state }: WebhookStateDto,
  ): Promise<void> {
    return this.changeWebhook.turn(caller, id, state);
  }

  /** Deletes it; what waits is not sent. Deleting it again changes nothing. */
  @Delete(':id')
  @HttpCode(204)
  remove(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<void> {
    return this.changeWebhook.remove(caller, id);
  }

  /** Sends a delivery of no event (`serap.webhook.ping.v1`), signed as all are, so that the receiver can be tried. */
  @Post(':id/ping')
  @Describe({ refuses: ['ILLEGAL_TRANSITION'] })
  ping(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<SentPing> {
    return this.changeWebhook.ping(caller, id);
  }

  /** What was sent and what waits, the latest first, of the last 30 days. */
  @Get(':id/deliveries')
  deliveries(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Query() page: PageQuery,
  ): Promise<Page<DeliveryView>> {
    return this.findWebhooks.deliveries(caller, id, page);
  }

  /** Sends one delivery again, under the webhook-id that it has. */
  @Post(':id/deliveries/:delivery/resend')
  @HttpCode(204)
  @Describe({ key: false, refuses: ['ILLEGAL_TRANSITION'] })
  resend(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Param('delivery', IdPipe) delivery: string,
  ): Promise<void> {
    return this.changeWebhook.resend(caller, id, delivery);
  }
}
