import { useState } from 'preact/hooks';
import type { CommodityFlows } from '../api/types.js';
import { useWidth } from '../parts/use-width.js';
import type { Say } from '../words/say.js';
import { layOut, type Node, type PlacedBand } from './flow-layout.js';
import { describe, lotLines, targetLines, wrap } from './flow-words.js';

const BAR = 10;
const LINE = 18;
/** A generous width for a letter of a label, so that none is cut off. */
const LETTER = 8.8;
const NARROW = 620;

interface Props {
  readonly flows: CommodityFlows;
  readonly say: Say;
}

/** Bands from lots to buyers and to what is left; a band is as wide as its quantity. */
export function FlowDrawing({ flows, say }: Props) {
  const [box, width] = useWidth<HTMLDivElement>();
  const [shown, setShown] = useState<string>();
  const narrow = width < NARROW;
  const side = narrow ? 0 : Math.min(230, Math.round(width * 0.27));
  const letters = Math.floor((narrow ? width / 2 - 8 : side - 12) / LETTER);
  const linesOf = (node: Pick<Node, 'id' | 'kind'>) =>
    (node.kind === 'lot' ? lotLines(node.id, flows, say) : targetLines(node, flows, say)).flatMap((text, index) =>
      wrap(text, letters).map((line) => ({ text: line, name: index === 0 })),
    );
  const labelHeight = (node: Pick<Node, 'id' | 'kind'>) => linesOf(node).length * LINE;
  const layout = layOut(
    flows,
    narrow
      ? { body: 210, gap: 14, above: (node) => labelHeight(node) + 6, least: () => 0 }
      : { body: 270, gap: 22, above: () => 0, least: labelHeight },
  );
  const [x0, x1] = [side, width - side];
  const tell = (band: PlacedBand) => describe(band, flows, say);
  const current = layout.bands.find(({ id }) => id === shown);
  return (
    <div class="flow" ref={box}>
      {width > 0 && (
        <svg
          width={width}
          height={layout.height + 4}
          role="group"
          aria-label={say.words.flow.describe(say.commodity(flows.commodity))}
        >
          {layout.bands.map((band) => {
            const show = () => {
              setShown(band.id);
            };
            return (
              <path
                key={band.id}
                class={`band ${band.kind}${shown === band.id ? ' on' : ''}`}
                d={ribbon(band, x0 + BAR, x1 - BAR)}
                tabIndex={0}
                role="img"
                aria-label={tell(band)}
                onMouseEnter={show}
                onFocus={show}
                onClick={show}
              />
            );
          })}
          {layout.lots.map((node) => (
            <Label key={node.id} node={node} x={x0} end="left" narrow={narrow} lines={linesOf(node)} />
          ))}
          {layout.targets.map((node) => (
            <Label key={node.id} node={node} x={x1} end="right" narrow={narrow} lines={linesOf(node)} />
          ))}
        </svg>
      )}
      <p class="hint" aria-live="polite">
        {current ? tell(current) : say.words.flow.hint}
      </p>
      <Legend say={say} />
    </div>
  );
}

function Legend({ say }: Pick<Props, 'say'>) {
  return (
    <ul class="legend">
      {(['sold', 'unsold', 'waiting'] as const).map((kind) => (
        <li key={kind}>
          <svg width="28" height="12" aria-hidden="true">
            <rect class={`band ${kind}`} width="28" height="12" />
          </svg>
          {say.words.flow.legend[kind]}
        </li>
      ))}
    </ul>
  );
}

function ribbon({ fromY, toY, height }: PlacedBand, x0: number, x1: number): string {
  const middle = (x0 + x1) / 2;
  const [a, b] = [fromY + height, toY + height];
  return `M${n(x0)},${n(fromY)} C${n(middle)},${n(fromY)} ${n(middle)},${n(toY)} ${n(x1)},${n(toY)} L${n(x1)},${n(b)} C${n(middle)},${n(b)} ${n(middle)},${n(a)} ${n(x0)},${n(a)} Z`;
}

function n(value: number): string {
  return value.toFixed(1);
}

interface LabelProps {
  readonly node: Node;
  readonly x: number;
  readonly end: 'left' | 'right';
  readonly narrow: boolean;
  readonly lines: readonly { readonly text: string; readonly name: boolean }[];
}

/** The node's bar with its words: beside it where there is room, above it where there is none. */
function Label({ node, x, end, narrow, lines }: LabelProps) {
  const left = end === 'left';
  const outward = left ? -10 : 10;
  const textX = narrow ? x : x + outward;
  const textY = narrow ? node.y - (lines.length - 1) * LINE - 7 : node.y + 14;
  const anchor = left === narrow ? 'start' : 'end';
  return (
    <g class={`node ${node.kind}`}>
      <rect x={left ? x : x - BAR} y={node.y} width={BAR} height={node.height} />
      <text x={textX} y={textY} text-anchor={anchor}>
        {lines.map(({ text, name }, index) => (
          <tspan key={text} x={textX} dy={index === 0 ? 0 : LINE} class={name ? 'name' : 'figure'}>
            {text}
          </tspan>
        ))}
      </text>
    </g>
  );
}
