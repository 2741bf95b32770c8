import { isOnHand, type HeldCertificate } from '../ledger/lot.js';
import { setCertificates, setPartCertificates } from '../ledger/lot-goods.js';
import { REPROMISE, type Decision } from './decision.js';

/** Goods hold more than when they were declared: a certificate of their maker, or of its aggregator, was verified. */
export interface LotCertified {
  readonly lotId: string;
  /** What all of it holds. */
  readonly certificates: readonly HeldCertificate[];
  /** Contributors whose goods hold other ones by themselves; the rest stay as they are. */
  readonly parts: readonly { readonly producerId: string; readonly certificates: readonly HeldCertificate[] }[];
}

/** The lot is judged again: who waited for such goods is promised them. */
export const certifyLot = {
  apply(context, { lotId, certificates, parts }) {
    const lot = context.state.lots.get(lotId);
    if (!lot || !isOnHand(lot)) return 'nothing';
    setCertificates(context, lot, certificates);
    for (const part of parts) setPartCertificates(context, lot, part);
    return REPROMISE;
  },
} satisfies Decision<LotCertified>;
