import { Injectable } from '@nestjs/common';
import { ServiceLogger } from '#platform/context/logger.js';
import { DashboardConfig } from '../config.js';
import { Mailer, type Handover, type Mail } from './mailer.js';

const CONNECT_MS = 5_000;
const SILENCE_MS = 10_000;

/** Hands mail in by SMTP, a connection for each. */
@Injectable()
export class SmtpMailer extends Mailer {
  readonly isOn: boolean;

  constructor(
    private readonly config: DashboardConfig,
    private readonly logger: ServiceLogger,
  ) {
    super();
    this.isOn = config.SERAP_SMTP_URL !== '';
  }

  async send({ id, to, subject, text }: Mail): Promise<Handover> {
    // Most installations never send one: loaded by the first.
    const { createTransport } = await import('nodemailer');
    const transport = createTransport({
      url: this.config.SERAP_SMTP_URL,
      dnsTimeout: CONNECT_MS,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    const from = this.config.SERAP_NOTICE_SENDER;
    try {
      await transport.sendMail({
        from: { name: 'Serap', address: from },
        // An object is one address, whatever its text looks like.
        to: { name: '', address: to },
        subject,
        text,
        messageId: `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
        // RFC 3834: nobody's out-of-office answers it.
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return 'sent';
    } catch (error) {
      const { code, command, responseCode } = error as { code?: string; command?: string; responseCode?: number };
      const refused = command === 'RCPT TO' && (responseCode ?? 0) >= 500;
      // The server's own words may repeat the address.
      this.logger.warn(`${id}: ${code ?? 'unknown'} ${command ?? ''} ${String(responseCode ?? '')}`, 'Notices');
      return refused ? 'refused' : 'later';
    } finally {
      transport.close();
    }
  }
}
