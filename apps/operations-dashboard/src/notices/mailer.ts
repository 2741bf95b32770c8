export interface Mail {
  /** The same however often it is handed in: receivers drop what they have. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
}

/** sent: the mail server has it. refused: it does not take mail for this address, and will not. later: it may take it yet. */
export type Handover = 'sent' | 'refused' | 'later';

/** The port through which mail leaves; bound in app.module.ts. */
export abstract class Mailer {
  /** Off unless an installation says where to hand mail in. */
  abstract readonly isOn: boolean;
  /** Never throws for an outage: that is `later`. */
  abstract send(mail: Mail): Promise<Handover>;
}
