import { UPLOADS_EN } from '../parts/upload-words-en.js';
import type { IntakeWords } from './words-id.js';

export const INTAKE_EN: IntakeWords = {
  onlyPartners: 'This page is for partner regions. Sign in as a partner’s intake.',
  noOffers: 'No agreement is in force for your region yet.',
  noOffersNext: 'As soon as a cooperation agreement (PKS) is in force, its commodities and quotas appear here.',
  nothingLeft: 'Quota or surplus is used up for now; a new order will wait.',
  mayOrder: (amounts) => `You can order up to ${amounts} now.`,
  form: {
    heading: 'Order',
    product: 'Commodity',
    quantity: (unit) => `Quantity (${unit})`,
    needBy: 'Needed by',
    earliest: (date) => `${date} at the earliest`,
    buyer: 'Buyer (the legal entity that pays)',
    buyerHint: 'name of the legal entity',
    use: 'What the goods are bought for',
    useHint: 'Which certificates the law asks for depends on it.',
    uses: { resale: 'to be sold again', 'raw-material': 'as raw material', repacking: 'to be repacked' },
    certificates: 'Certificates required',
    ceiling: (unit) => `Highest landed price (Rp/${unit}), may be empty`,
    more: 'More conditions',
    send: 'Order',
    sending: 'Sending …',
    offline:
      'Not sent yet: there is no connection, or the service does not answer. What you entered is kept on this device; press Order again, it will not be placed twice.',
    price: (freight, days) => `freight ${freight} · ${String(days)} days on the way`,
  },
  quote: {
    ask: 'See the price and what can be promised',
    promised: (promised, quantity) => `${promised} of ${quantity} can be promised now`,
    price: (price) => `${price} at your door`,
    prices: (from, to) => `${from} to ${to} at your door`,
    waits: (quantity, reason) => `${quantity} waits: ${reason}`,
    total: (goods, freight, landed) => `Goods ${goods} + freight ${freight} = ${landed}.`,
    notKept: 'An estimate from the lots that are there now; nothing is ordered, and nothing is kept aside.',
  },
  answer: {
    full: (quantity) => `${quantity} promised.`,
    none: (quantity) => `${quantity} cannot be promised yet.`,
    part: (quantity) => `${quantity} promised`,
    waits: (quantity, reason) => `${quantity} waits: ${reason}`,
    tomorrow: 'goes on tomorrow at 00:00, the origin’s time',
    pending: 'The order is kept and being decided; the outcome appears below.',
  },
  orders: {
    heading: 'My orders',
    empty: 'No orders yet. The first one that you send appears here, with its track.',
    steps: ['ordered', 'promised', 'bound', 'shipped', 'received'],
    open: 'details',
    close: 'close details',
    missing: (quantity, reason) => `${quantity} not yet: ${reason}`,
    export: 'Download the list (XLSX)',
  },
  uploads: {
    ...UPLOADS_EN,
    hint: 'CSV or XLSX, one order a row. Mend the file and upload it whole: each order is placed once.',
    kinds: { orders: 'Orders' },
    placed: (placed, refused, standing) =>
      `Done: ${placed} new orders placed, ${standing} stood already, ${refused} refused.`,
  },
};
