import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel/domain-error.js';
import type { Caller } from '#platform/access/allow.js';
import { callContext } from '#platform/context/call-context.js';
import type { AcceptedLater } from '#platform/http/accepted-later.js';
import type { ReceiptCorrectionDto } from './corrections.dto.js';
import { FindKept } from './find-kept.js';
import { Fulfil, type Changed } from './fulfil.js';
import type { ReceiptDto } from './fulfilment.dto.js';
import { ReadReceipt } from './read-receipt.js';

/** What a partner has counted, and counts anew. */
@Injectable()
export class RecordReceipt {
  constructor(
    private readonly fulfil: Fulfil,
    private readonly readReceipt: ReadReceipt,
    private readonly findKept: FindKept,
  ) {}

  /** @throws DomainError ALREADY_RECEIVED, and what reading it, the call and the market refuse */
  async receive(caller: Caller, shipmentId: string, receipt: ReceiptDto): Promise<Changed | AcceptedLater> {
    const parties = await this.fulfil.shipment(shipmentId);
    this.fulfil.refuseStranger(caller, 'partner', parties);
    const items = await this.readReceipt.items(receipt);
    const payload = { shipmentId, items, moisture: receipt.moisture ?? null };
    try {
      return await this.fulfil.run(caller, 'partner', parties, { kind: 'shipment-received', payload });
    } catch (error) {
      // What has been received has left the market: there it is nothing that could arrive.
      if (parties.received && error instanceof DomainError && error.code === 'NOT_FOUND') {
        throw new DomainError('ALREADY_RECEIVED');
      }
      throw error;
    }
  }

  /** @throws DomainError NOT_RECEIVED, and what reading it, the call and the market refuse */
  async correct(caller: Caller, shipmentId: string, receipt: ReceiptCorrectionDto): Promise<Changed | AcceptedLater> {
    const parties = await this.fulfil.shipment(shipmentId);
    this.fulfil.refuseStranger(caller, 'partner', parties);
    const kept = await this.findKept.receipt(shipmentId);
    const payload = {
      shipmentId,
      items: await this.readReceipt.items(receipt),
      moisture: receipt.moisture ?? kept.shipment.moisture,
      reason: receipt.reason,
      by: callContext().principal,
      kept,
    };
    return this.fulfil.run(caller, 'partner', parties, { kind: 'receipt-corrected', payload });
  }
}
