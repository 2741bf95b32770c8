import { newEvent, type NewEvent } from '#platform/database/outbox.js';
import type { Certificate } from '../domain/certificate.js';

/** The event of a certificate that is verified, or revoked. */
export function certificateEvent(certificate: Certificate, change: 'verify' | 'revoke'): NewEvent {
  const { id, producerId, origin, kind, until, version } = certificate;
  return newEvent({
    type: change === 'verify' ? 'serap.certificate.verified.v1' : 'serap.certificate.revoked.v1',
    subject: `certificate:${id}`,
    sequence: version,
    key: origin,
    data: { certificateId: id, producerId, origin, kind, ...(until === null ? {} : { until }) },
  });
}
