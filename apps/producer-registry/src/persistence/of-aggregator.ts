/**
 * SQL condition: `producer` is the aggregator in `parameter` or one of its members; a parameter of null leaves out nobody.
 *
 * @param producer a column with a producer's id, with its table's name: `member` has a `producer_id` too
 * @param parameter placeholder of the reach's aggregator, as `$2`
 */
export function ofAggregator(producer: string, parameter: string): string {
  return `(${parameter}::uuid IS NULL OR ${producer} = ${parameter}
    OR EXISTS (SELECT FROM member own WHERE own.aggregator_id = ${parameter} AND own.producer_id = ${producer}))`;
}
