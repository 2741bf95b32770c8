/**
 * SQL condition: `producer` is the aggregator in `:aggregator` or one of its members; null leaves out nobody.
 *
 * @param producer a column with a producer's id, with its table's name: `member` has a `producer_id` too
 */
export function ofAggregator(producer: string): string {
  return `(:aggregator::uuid IS NULL OR ${producer} = :aggregator
    OR EXISTS (SELECT FROM member own WHERE own.aggregator_id = :aggregator AND own.producer_id = ${producer}))`;
}
