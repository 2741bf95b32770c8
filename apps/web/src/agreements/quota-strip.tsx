import type { QuotaPeriod } from './quota-periods.js';

interface Props {
  readonly periods: readonly QuotaPeriod[];
  /** What the strip as a whole shows. */
  readonly label: string;
  readonly title: (period: QuotaPeriod) => string;
}

const WIDTH = 10;
const STEP = 12;
const HEIGHT = 44;

/** One column a period, the part that is spent filled from below. */
export function QuotaStrip({ periods, label, title }: Props) {
  const width = periods.length * STEP - (STEP - WIDTH);
  return (
    <svg class="strip" role="img" aria-label={label} width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`}>
      {periods.map((period, index) => {
        const spent = period.capacity === 0 ? 0 : Math.min(1, period.consumed / period.capacity) * HEIGHT;
        return (
          <g key={period.period}>
            <title>{title(period)}</title>
            <rect class="track" x={index * STEP} width={WIDTH} height={HEIGHT} />
            <rect
              class={period.consumed >= period.capacity ? 'used full' : 'used'}
              x={index * STEP}
              y={HEIGHT - spent}
              width={WIDTH}
              height={spent}
            />
          </g>
        );
      })}
    </svg>
  );
}
