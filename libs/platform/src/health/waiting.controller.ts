import { Controller, Get, Header, Inject, type Type } from '@nestjs/common';
import { Allow } from '../access/allow.js';
import type { Standstill } from '../consuming/standstill.js';
import { SERVICE_OPTIONS, type ServiceOptions } from '../context/service-options.js';
import type { Absence } from '../consuming/consumer-monitor.js';
import { Waiting, type OutboxState, type UnpublishedEvent } from './waiting.js';

export interface WaitingAnswer {
  /** Name of the service that answers. */
  readonly service: string;
  /** Since when, and why, the replica that answers hears no events; null: it does. */
  readonly absent: Absence | null;
  /** Partitions of the event log that it cannot go on with, in whichever replica; tried again by themselves, the longest first. */
  readonly standing: readonly Standstill[];
  /** Events that it has stored and not published yet; of the replica that answers is only why the last try failed. */
  readonly outbox: OutboxState;
  /** The event that is to be published first, before which all others wait; null: none waits. */
  readonly oldest: UnpublishedEvent | null;
  /** Events of types that only another release knows: it handles them when it comes. */
  readonly kept: number;
}

/**
 * What waits or stands still in a service, told by itself: one whose events do not go out cannot tell it by an event.
 *
 * @param path of the service that it stands in, e.g. `api/registry/waiting`
 */
export function waitingController(path: string): Type {
  @Controller(path)
  class WaitingController {
    constructor(
      private readonly waiting: Waiting,
      @Inject(SERVICE_OPTIONS) private readonly service: ServiceOptions,
    ) {}

    /** What waits or stands still in this service: events that do not go out, and events that it cannot go on with. */
    @Get()
    @Allow('services:watch')
    @Header('Cache-Control', 'private, no-cache')
    async show(): Promise<WaitingAnswer> {
      const { waiting, service } = this;
      const [standing, outbox, oldest, kept] = await Promise.all([
        waiting.standstills(),
        waiting.outbox(),
        waiting.oldest(),
        waiting.kept(),
      ]);
      return { service: service.name, absent: waiting.absent(), standing, outbox, oldest, kept };
    }
  }
  return WaitingController;
}
