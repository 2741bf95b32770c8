import { describe, expect, it } from 'vitest';
import { addsUp, figuresOf, toText } from '../../tools/story/figures.js';
import { tellStory } from '../../tools/story/story.js';
import { withTemporarySystem } from '../../tools/system/temporary-system.js';
import { describeKafka } from '../../libs/platform/test/consuming/kafka-broker.js';
import { IN_FORCE, scenario } from '../system/scenario.js';

describeKafka('on a real Kafka', () => {
  it('the story comes to figures that add up, each service with its own password and rights', async () => {
    const story = await withTemporarySystem({ log: 'kafka', kafkaSecured: true, durable: false }, (system) =>
      tellStory({ system, tell: () => undefined }),
    );
    expect(
      figuresOf(story)
        .filter((figure) => !addsUp(figure))
        .map(toText),
    ).toEqual([]);
    expect(story.breaches).toEqual([]);
  }, 600_000);

  describe('with all 33,000 producers', () => {
    it.each([[['82.71', '13.03', '73']], [['73', '13.03', '82.71']]])(
      'orders arriving as %s find the maximum',
      async (orders) => {
        expect(await scenario('in-force', { orders, size: 'full', log: 'kafka' })).toMatchObject(IN_FORCE);
      },
      300_000,
    );
  });
});
