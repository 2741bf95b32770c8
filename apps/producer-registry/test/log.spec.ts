import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toBinary } from '#contracts/cloud-events.js';
import { ALL_TOPICS, TOPICS } from '#contracts/topics.js';
import { uuidv7 } from '#kernel/uuid.js';
import { EVENT_LOG, type EventLog } from '#event-log/log/event-log.js';
import { EventLogServer } from '#platform/consuming/event-log-server.js';
import { startRegistry, type Registry } from './registry.js';
import { aProduct, figures, register } from './samples.js';

let registry: Registry;
let log: EventLog;
beforeAll(async () => {
  registry = await startRegistry();
  log = registry.app.get<EventLog>(EVENT_LOG);
  await log.createTopics(ALL_TOPICS);
  registry.app.connectMicroservice({ strategy: registry.app.get(EventLogServer) }, { inheritAppConfig: true });
  await registry.app.startAllMicroservices();
});
afterAll(async () => {
  await registry.app.get(EventLogServer).close();
  await log.close();
  await registry.stop();
});

function balanceEvent(lotId: string, sequence: number, free: number) {
  const data = {
    lotId,
    origin: '33.02',
    commodity: 'granulated-coconut-sugar',
    unit: 'GRAM',
    declared: 10,
    free,
    held: 0,
    offered: 0,
    confirmed: 10 - free,
    inTransit: 0,
    delivered: 0,
    withdrawn: 0,
    writtenOff: 0,
  };
  const id = uuidv7();
  const envelope = {
    id,
    source: '/serap/order-routing',
    type: 'serap.allocation.lot-balance.v1',
    subject: `balance:${lotId}`,
    sequence,
    time: '2019-03-04T02:00:00.000Z',
    key: '33.02',
    correlationId: 'test',
    principal: 'system',
    data,
  };
  return { topic: TOPICS.allocations, key: '33.02', eventId: id, ...toBinary(envelope) };
}

it('routing’s balances reach the lot over the log, each once', async () => {
  const producer = await register(registry);
  const product = await registry.post('/products', aProduct());
  const statement = {
    sellerId: producer,
    productId: product.body.id,
    date: '2019-03-04',
    floorPrice: 0,
    ...figures(10),
  };
  const { body } = await registry.post('/stock-statements', statement);
  const lotId: string = body.lots[0].id;
  const first = balanceEvent(lotId, 1, 10);
  await log.publish([first, balanceEvent(lotId, 2, 4), first]);
  let balance: { version?: number } | null = null;
  for (let tries = 0; tries < 200 && balance?.version !== 2; tries += 1) {
    await sleep(25);
    balance = (await registry.get(`/lots/${lotId}`)).body.balance;
  }
  expect(balance).toMatchObject({ version: 2, free: 4, confirmed: 6 });
});
