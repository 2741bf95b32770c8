import { describe, expect, it } from 'vitest';
import { kafkaAvailability } from '../../tools/kafka/broker.js';
import { IN_FORCE, scenario } from './scenario.js';

const LIMIT = 180_000;

describe('as reported: three joint agreements, no cooperation agreement', () => {
  it(
    'promises and routes nothing, and says why of every kilogram',
    async () => {
      expect(await scenario('as-reported')).toMatchObject({
        promisedInAnswers: 0,
        promised: 0,
        allocated: 0,
        unsold: [{ reason: 'AGREEMENT_NOT_IN_FORCE', quantity: 15_000_000, gain: 12_500_000 }],
        contributorsPaid: 0,
        breaches: [],
      });
    },
    LIMIT,
  );
});

describe('in force', () => {
  it(
    'finds the maximum in the answers themselves',
    async () => {
      expect(await scenario('in-force', { orders: ['73', '13.03', '82.71'] })).toMatchObject(IN_FORCE);
    },
    LIMIT,
  );

  const kafka = kafkaAvailability();
  if (kafka.available) {
    it(
      'comes to the same on Kafka',
      async () => {
        expect(await scenario('in-force', { log: 'kafka' })).toMatchObject(IN_FORCE);
      },
      LIMIT,
    );
  } else {
    console.warn(`NOT RUN: the scenario on Kafka; missing: ${kafka.missing}`);
  }
});
