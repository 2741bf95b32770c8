import { useCallback, useMemo } from 'preact/hooks';
import type { User } from '../api/types.js';
import { CopyButton } from '../parts/copy-button.js';
import { useTitle } from '../parts/title.js';
import { useFollowed } from '../parts/use-followed.js';
import { Say } from '../words/say.js';
import type { Language } from '../words/words.js';
import type { Acting } from './acting.js';
import { loadOrder, type OrderFile, type OrderLineView } from './data.js';
import { goodsText, markOf, numberOf, orderAddress } from './order-facts.js';
import { OrderEnd, OrderMoney, OrderMoves } from './order-moves.js';
import { OrderTerms } from './order-terms.js';
import { statusText } from './status-text.js';
import { Timeline } from './timeline.js';
import type { OrdersWords } from './words-id.js';

interface Props {
  readonly id: string;
  readonly language: Language;
  readonly user: User;
  readonly words: OrdersWords;
  readonly ended: () => void;
}

/** An order that there is not, or not for this reader, is told as such: it is asked for by an address that anybody may type. */
type Known = OrderFile | 'unknown';

/** One order at an address of its own: what it is, what was promised, how far it is, and what may be done with it. */
export function OrderPage({ id, language, user, words, ended }: Props) {
  const load = useCallback(async (): Promise<Known> => {
    const file = await loadOrder(id).catch((error: unknown) => {
      if (error instanceof Error && error.message.endsWith(': 404')) return 'unknown' as const;
      throw error;
    });
    return file;
  }, [id]);
  const [known, again] = useFollowed(load, ended);
  const regions = known === undefined || known === 'unknown' ? undefined : known.regions;
  const say = useMemo(() => new Say(language, regions ?? {}), [language, regions]);
  useTitle(say.words.tasks.reference(numberOf({ id })));
  if (known === undefined || known === 'unknown') {
    return (
      <main>
        {known === undefined ? <p class="muted">{say.words.head.loading}</p> : <h1>{words.one.unknown}</h1>}
        <p>
          <a href={orderAddress('')}>{words.one.all}</a>
        </p>
      </main>
    );
  }
  return <Order file={known} user={user} say={say} words={words} now={known.now} changed={again} ended={ended} />;
}

function Order({ file, ...acting }: Acting & { readonly file: OrderFile }) {
  const { order, timeline } = file;
  const { say, words } = acting;
  const { one } = words;
  const number = say.words.tasks.reference(numberOf(order));
  const facts = [
    `${one.buyer}: ${order.buyer.name}`,
    ...(order.reference === null ? [] : [`${one.reference}: ${order.reference}`]),
    `${one.partner}: ${say.region(order.partner)}`,
    `${one.origin}: ${say.region(order.origin)}`,
    `${one.placed}: ${say.moment(Date.parse(order.placedAt), order.partner)}`,
  ];
  return (
    <main class="intake">
      <h1>{one.title(number, goodsText(order, say), statusText(order.status, say))}</h1>
      <p class={`mark ${markOf(order.status)}`}>{statusText(order.status, say)}</p>
      <p class="muted">{facts.join(' · ')}</p>
      <p class="actions">
        <a href={orderAddress('')}>{one.all}</a>
        <CopyButton
          text={() => `${location.origin}${orderAddress(order.id)}`}
          label={one.link}
          copied={one.copied}
          failed={one.notCopied}
        />
      </p>
      <section aria-labelledby="lines">
        <h2 id="lines">{one.lines}</h2>
        <Lines lines={order.lines} say={say} words={words} />
        <OrderTerms order={order} say={say} words={words} />
        <OrderEnd file={file} {...acting} />
      </section>
      <section aria-labelledby="moves">
        <h2 id="moves">{one.moves}</h2>
        <OrderMoves file={file} {...acting} />
      </section>
      <section aria-labelledby="money">
        <h2 id="money">{one.money}</h2>
        <OrderMoney file={file} {...acting} />
      </section>
      <section aria-labelledby="history">
        <h2 id="history">{one.history}</h2>
        <Timeline entries={timeline} region={order.origin} say={say} />
      </section>
    </main>
  );
}

interface LinesProps {
  readonly lines: readonly OrderLineView[];
  readonly say: Say;
  readonly words: OrdersWords;
}

function Lines({ lines, say, words: { one } }: LinesProps) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={one.lines}>
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">{one.goods}</th>
            <th scope="col" class="number">
              {one.wanted}
            </th>
            <th scope="col" class="number">
              {one.promised}
            </th>
            <th scope="col" class="number">
              {one.bound}
            </th>
            <th scope="col">{one.needBy}</th>
            <th scope="col">{one.short}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">{say.commodity(line.commodity)}</th>
              {(
                [
                  [one.wanted, line.quantity],
                  [one.promised, line.promised],
                  [one.bound, line.allocated],
                ] as const
              ).map(([label, quantity]) => (
                <td key={label} class="number" data-label={label}>
                  {say.exact(quantity, line.unit)}
                </td>
              ))}
              <td data-label={one.needBy}>{say.date(line.needBy)}</td>
              <td data-label={one.short}>
                {line.unfilled.length === 0
                  ? one.nothing
                  : say.list(
                      line.unfilled.map(({ quantity, code }) =>
                        one.missing(say.exact(quantity, line.unit), say.reasonWord(code)),
                      ),
                    )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
