import { parentPort, workerData } from 'node:worker_threads';
import pg from 'pg';
import { DomainError } from '#kernel/domain-error.js';
import { parseDatabaseAddress } from '#postgres/address.js';
import { createClient } from '#postgres/connection.js';
import type { MarketState } from '../domain/ledger/market-state.js';
import { catalogueOf } from '../domain/what-if/catalogue.js';
import { quoteOf } from '../domain/what-if/quote.js';
import { whatIf } from '../domain/what-if/what-if.js';
import { loadMarket } from '../persistence/load-market.js';
import type { Answers, Asks, CopyQuestion, SentAnswer, SentQuestion } from './copy-questions.js';

// As in the service: whole numbers of eight bytes are safe integers here.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

const { url } = workerData as { readonly url: string };

const ANSWERS: { readonly [Kind in CopyQuestion]: (copy: MarketState, now: Date, asks: Asks<Kind>) => Answers<Kind> } =
  {
    'what-if': whatIf,
    quote: quoteOf,
    catalogue: (copy, now, { deliverTo }) => catalogueOf(copy, now, deliverTo),
  };

parentPort?.on('message', (question: SentQuestion) => {
  void answer(question).then((answered) => parentPort?.postMessage(answered));
});

async function answer({ kind, origin, now, asks }: SentQuestion): Promise<SentAnswer> {
  try {
    const copy = await readMarket(origin);
    const answerTo: (copy: MarketState, now: Date, asks: never) => unknown = ANSWERS[kind];
    return { answer: answerTo(copy, new Date(now), JSON.parse(asks) as never) };
  } catch (error) {
    if (error instanceof DomainError) return { refusal: error.kept() };
    const { message, code } = error as { readonly message: string; readonly code?: unknown };
    return { failure: { message, code: typeof code === 'string' ? code : undefined } };
  }
}

/** The market as it is committed, of one instant. */
async function readMarket(origin: string): Promise<MarketState> {
  const client = createClient({ address: parseDatabaseAddress(url) });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const db = {
      query: async <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> =>
        (await client.query(sql, parameters)).rows as Row[],
    };
    return await loadMarket(db, origin);
  } finally {
    await client.end();
  }
}
