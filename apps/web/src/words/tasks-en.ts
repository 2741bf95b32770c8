import type { TaskWords } from './tasks-id.js';

export const TASKS_EN: TaskWords = {
  heading: 'To do',
  none: 'Nothing for you to do right now. New tasks appear here with their deadlines.',
  more: (tasks) => `show all (${tasks})`,
  fewer: 'show the most urgent only',
  overdue: (tasks) => `${tasks} overdue`,
  until: (when) => `by ${when}`,
  late: (when) => `overdue: ${when}`,
  reference: (id) => `no. ${id}`,
  copy: 'copy WhatsApp text',
  copied: 'copied',
  notCopied: 'not copied: select the text and copy it',
  file: 'download all (XLSX)',
  acts: {
    dispatch: 'Send it …',
    receive: 'Record the receipt …',
    pay: 'Record the payment …',
    run: 'Run the routing now',
    runDone: 'The routing has run.',
    close: 'close',
    open: 'open',
  },
  kinds: {
    'certificate-ends': ({ detail }) => `A ${detail} certificate ends soon: renew it, then record the new one.`,
    'certificate-lapsed': ({ detail }) => `A ${detail} certificate has ended: renew it, or revoke it.`,
    'lot-held': ({ goods }) => `${goods} are held in their lot: release or withdraw them.`,
    'lot-expires': ({ goods }) => `${goods} are unsold and expire soon: find a buyer or withdraw them.`,
    'offer-to-answer': ({ goods, partner }) => `${goods} are offered for ${partner}: confirm or refuse.`,
    'order-to-send': ({ goods, partner }) => `${goods} for ${partner} are ready: send them.`,
    'payment-overdue': ({ amount, partner }) => `${partner} has not paid ${amount}: remind it, or record the payment.`,
    'goods-recalled': ({ goods, partner }) =>
      `${goods} for ${partner} are recalled: do not sell them; reach the buyers and set the goods apart.`,
    'agreement-next-step': ({ partner, detail }) => `Cooperation with ${partner}: ${detail}.`,
    'agreement-ends': ({ partner }) => `The agreement with ${partner} ends soon: prepare an addendum or a new one.`,
    'agreement-suspended': ({ partner }) =>
      `The agreement with ${partner} is suspended: resume or end it before its promises are released.`,
    'report-due': ({ partner }) => `The periodic report on ${partner} is due: write, submit and record it.`,
    'receipt-to-record': () => 'A shipment has arrived, or should have: record its receipt.',
    'payment-due': ({ amount }) => `Pay ${amount} for goods received.`,
    'line-short': ({ goods }) => `An order is still short of ${goods}: relax its terms or look elsewhere.`,
    'promise-to-bind': ({ goods, partner }) => `${goods} for ${partner} have no lots yet: start a routing run.`,
    'dead-letters': ({ count, detail }) =>
      `${count} events could not be processed (${detail}): replay or discard them.`,
    'events-stopped': ({ count, detail }) =>
      `${count} streams of events stand still (${detail}) and are tried again by themselves: find out why.`,
    'events-unsent': ({ count, detail }) =>
      `${count} events have not gone out for more than two minutes (${detail}): look at the event log.`,
  },
  nextSteps: {
    'joint-agreement-signed':
      'the joint agreement is signed; submit it to the council where required, or draft the PKS',
    'council-submitted': 'waiting for the council; record its decision',
    'council-approved': 'the council has approved; draft the PKS',
    'council-rejected': 'the council has rejected it; draft the joint agreement anew or end it',
    'pks-drafting': 'the PKS is being drafted; complete and sign it',
  },
};
