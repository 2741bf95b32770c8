import type { LogRecord } from '#event-log/log/event-log.js';
import { certificate, type ConsumingService, toRecord } from './consumer-fixture.js';
import { until } from './samples.js';

/** Listed by the later release alone. */
export const NEW = 'serap.certificate.revoked.v1';
/** Listed by neither. */
export const NEWER = 'serap.certificate.laminated.v9';

/** A service that runs the release before this one at first. */
export class TwoReleases {
  private published = 0n;

  constructor(readonly service: ConsumingService) {
    service.handler.unlisted.add(NEW);
  }

  event(id: string, version: number, type?: string): LogRecord {
    const data = { certificateId: id, producerId: 'p1', origin: '33.02', kind: 'HALAL', reason: 'expired' };
    return toRecord(certificate(id, version, { data, ...(type === undefined ? {} : { type }) }), this.service.topic);
  }

  /** Publishes them, and runs the service until it has read everything. */
  async consume(...records: LogRecord[]): Promise<void> {
    await this.service.log.publish(records);
    this.published += BigInt(records.length);
    const subscription = await this.service.subscribe();
    await until('the end', async () => (await this.service.reached()) === this.published);
    await subscription.close();
  }

  nowLists(): void {
    this.service.handler.unlisted.clear();
    this.service.handler.handled.add(NEW);
  }

  /** @returns all effects, once the later release has been through what it found: it has handled one more event */
  async upgrade(): Promise<string[]> {
    this.nowLists();
    await this.consume(this.event('probe', Number(this.published) + 1));
    return (await this.service.effects()).filter((effect) => !effect.startsWith('probe'));
  }

  kept() {
    return this.service.rows<{ type: string; subject: string; log_offset: number; body: Buffer }>(
      'SELECT * FROM kept_event ORDER BY log_offset',
    );
  }

  parked() {
    return this.service.rows<{ subject: string }>('SELECT subject FROM parked ORDER BY log_offset');
  }

  letters() {
    return this.service.rows<{ id: string; state: string; code: string }>('SELECT * FROM dead_letter ORDER BY id');
  }
}
