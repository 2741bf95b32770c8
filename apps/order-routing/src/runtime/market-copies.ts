import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import { BusinessClock } from '#kernel/business-clock.js';
import { DomainError } from '#kernel/domain-error.js';
import { Shutdown } from '#platform/context/shutdown.js';
import { RoutingConfig } from '../config.js';
import type { Answers, Asks, CopyQuestion, SentAnswer, SentQuestion } from './copy-questions.js';

const SCRIPT = new URL('./answer-from-copy.js', import.meta.url);
/** Questions that wait or are being answered; one more is asked to come again. */
const MOST_ASKED = 5;
const LONGEST_MS = 15_000;
/** A thread that nobody asks anything gives its memory back. */
const IDLE_MS = 60_000;
const MEMORY_MIB = 768;

/**
 * Asks what would be, of a copy of a market, on a thread of its own that reads the market by itself: whoever orders meanwhile
 * waits no longer for a promise. One question after the other. Source: docs/decisions/0046-what-if.md
 */
@Injectable()
export class MarketCopies {
  private worker: Worker | undefined;
  private idle: NodeJS.Timeout | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private asked = 0;

  constructor(
    private readonly config: RoutingConfig,
    private readonly clock: BusinessClock,
    shutdown: Shutdown,
  ) {
    shutdown.on('background', () => this.stop());
  }

  /** @throws DomainError UNAVAILABLE when too many ask, or it takes too long; what the answer refuses */
  async ask<Kind extends CopyQuestion>(kind: Kind, origin: string, asks: Asks<Kind>): Promise<Answers<Kind>> {
    if (this.asked >= MOST_ASKED) throw new DomainError('UNAVAILABLE.what-if');
    this.asked += 1;
    const question = { kind, origin, now: this.clock.now().toISOString(), asks: JSON.stringify(asks) };
    try {
      const turn = this.last.then(() => this.answer(question));
      this.last = turn.catch(() => undefined);
      return read(await turn) as Answers<Kind>;
    } finally {
      this.asked -= 1;
    }
  }

  private async answer(question: SentQuestion): Promise<SentAnswer> {
    clearTimeout(this.idle);
    this.worker ??= this.start();
    try {
      const answered = once(this.worker, 'message', { signal: AbortSignal.timeout(LONGEST_MS) });
      this.worker.postMessage(question);
      const [answer] = (await answered) as [SentAnswer];
      return answer;
    } catch {
      // Out of time, or of memory: the next question gets a new thread.
      await this.stop();
      throw new DomainError('UNAVAILABLE.what-if');
    } finally {
      this.idle = setTimeout(() => void this.stop(), IDLE_MS).unref();
    }
  }

  private start(): Worker {
    const workerData: unknown = { url: this.config.SERAP_DATABASE_URL };
    const worker = new Worker(SCRIPT, { workerData, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MIB } });
    worker.unref();
    // Nobody may be listening when it ends.
    worker.on('error', () => {
      if (this.worker === worker) this.worker = undefined;
    });
    return worker;
  }

  private async stop(): Promise<void> {
    clearTimeout(this.idle);
    const { worker } = this;
    this.worker = undefined;
    await worker?.terminate();
  }
}

function read(sent: SentAnswer): unknown {
  if ('answer' in sent) return sent.answer;
  if ('refusal' in sent) throw DomainError.again(sent.refusal);
  throw Object.assign(new Error(sent.failure.message), { code: sent.failure.code });
}
