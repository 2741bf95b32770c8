import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { DataSource } from 'typeorm';
import { StreamTable, type StreamHead } from '../persistence/stream-table.js';

const POLL_MS = 200;
const PRUNE_MS = 60_000;

export interface Subscriber {
  /** The stream's head has moved, or is told for the first time. */
  moved(head: StreamHead): void;
  /** The service stops: end the response. */
  closing(): void;
}

/** One look at the stream's head five times a second serves every page open here; any replica may have moved it. */
@Injectable()
export class LiveFeed implements OnApplicationBootstrap {
  readonly table: StreamTable;
  private readonly logger = new Logger(LiveFeed.name);
  private readonly subscribers = new Set<Subscriber>();
  private head: StreamHead | undefined;
  private timer: NodeJS.Timeout | undefined;
  private prunedAt = performance.now();
  private closed = false;

  constructor(
    dataSource: DataSource,
    private readonly http: HttpAdapterHost,
  ) {
    this.table = new StreamTable(dataSource);
  }

  /** Streams that stay open would keep the server from closing. */
  onApplicationBootstrap(): void {
    const fastify = this.http.httpAdapter.getInstance<FastifyInstance>();
    fastify.addHook('preClose', (done) => {
      this.closed = true;
      clearTimeout(this.timer);
      for (const subscriber of this.subscribers) subscriber.closing();
      done();
    });
  }

  /** @returns how to leave */
  subscribe(subscriber: Subscriber): () => void {
    this.subscribers.add(subscriber);
    if (this.closed) subscriber.closing();
    else if (this.head) subscriber.moved(this.head);
    this.timer ??= setTimeout(() => void this.look(), 0);
    return () => {
      this.subscribers.delete(subscriber);
    };
  }

  private async look(): Promise<void> {
    try {
      const head = await this.table.head();
      const moved = head.epoch !== this.head?.epoch || head.sequence !== this.head.sequence;
      this.head = head;
      if (moved) for (const subscriber of this.subscribers) subscriber.moved(head);
      await this.prune();
    } catch (error) {
      // Pages see no beat meanwhile and say since when their data are old.
      this.logger.warn(error);
    }
    const goOn = this.subscribers.size > 0 && !this.closed;
    this.timer = goOn ? setTimeout(() => void this.look(), POLL_MS) : undefined;
    if (!goOn) this.head = undefined;
  }

  private async prune(): Promise<void> {
    if (performance.now() - this.prunedAt < PRUNE_MS) return;
    this.prunedAt = performance.now();
    await this.table.prune();
  }
}
