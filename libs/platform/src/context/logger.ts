import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import { callContext } from './call-context.js';

/** One JSON line per event on standard output, with the call it belongs to; ids only, no personal data. */
export class ServiceLogger implements LoggerService {
  private readonly pino: Logger;

  /** @param level least level that is written */
  constructor(service: string, level: string) {
    this.pino = pino({
      base: { service },
      level,
      mixin: () => ({ correlationId: callContext().correlationId }),
    });
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.pino.info({ context: rest.at(-1) }, text(message));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.pino.warn({ context: rest.at(-1) }, text(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.pino.error({ context: rest.at(-1), details: rest.slice(0, -1) }, text(message));
  }
}

function text(message: unknown): string {
  if (message instanceof Error) return message.stack ?? message.message;
  return typeof message === 'string' ? message : JSON.stringify(message);
}
