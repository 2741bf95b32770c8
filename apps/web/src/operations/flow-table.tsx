import type { CommodityFlows } from '../api/types.js';
import type { Say } from '../words/say.js';
import { flowsOf, sourcesOf } from './flow-layout.js';
import { wordsOf } from '../words/words.js';

interface Props {
  readonly flows: CommodityFlows;
  readonly say: Say;
}

/** The drawing's twin: the same bands as rows. */
export function FlowTable({ flows, say }: Props) {
  const { columns } = say.words.flow;
  const sources = new Map(sourcesOf(flows).map((source) => [source.id, say.source(source)]));
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{columns.lot}</th>
            <th scope="col">{columns.to}</th>
            <th scope="col" class="number">
              {columns.quantity}
            </th>
            <th scope="col">{columns.what}</th>
          </tr>
        </thead>
        <tbody>
          {flowsOf(flows).map(({ from, to, kind, quantity, status }) => (
            <tr key={`${from} ${to} ${status}`}>
              <th scope="row">{sources.get(from)}</th>
              <td>{kind === 'sold' ? say.region(to) : '—'}</td>
              <td class="number">{say.exact(quantity, flows.unit)}</td>
              <td>
                <span class={`mark ${kind}`}>
                  {kind === 'sold' ? (wordsOf(say.words.allocationStates, status) ?? status) : say.reasonLabel(to)}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
