import { localDateAt } from '#kernel/local-date.js';
import type { Say } from '../words/say.js';
import type { AgreementFile, Stage } from './data.js';
import { standing } from './headline.js';
import type { AgreementsWords } from './words-id.js';

interface Props {
  readonly file: AgreementFile;
  readonly say: Say;
  readonly words: AgreementsWords;
}

const WAY: readonly Stage[] = [
  'preparation',
  'offer',
  'joint-agreement-drafting',
  'joint-agreement-signed',
  'council-submitted',
  'council-approved',
  'pks-drafting',
  'pks-signed',
  'in-force',
];
const COUNCIL = new Set<Stage>(['council-submitted', 'council-approved']);

/** The stages as a path: those that were reached with their day, the present one marked. */
export function StagePath({ file, say, words }: Props) {
  const way = WAY.filter((stage) => file.needsCouncil || !COUNCIL.has(stage));
  // A stage beside the way (suspended, rejected, ended) stands where the agreement left it.
  const stages = way.includes(file.stage) ? way : aside(way, file);
  const here = stages.indexOf(file.stage);
  return (
    <section aria-labelledby="stages">
      <h2 id="stages">{words.steps.heading}</h2>
      <ol class="stage-path">
        {stages.map((stage, index) => {
          const day = index <= here ? dayOf(stage, file) : undefined;
          return (
            <li
              key={stage}
              class={index === here && standing(stage) === 'unsold' ? 'stopped' : index <= here ? 'done' : undefined}
              aria-current={index === here ? 'step' : undefined}
            >
              {say.words.stages[stage]}
              {day !== undefined && <small>{say.date(day)}</small>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** The day on which a stage was reached, the last time; in force since its first day, whatever came after it. */
function dayOf(stage: Stage, { history, origin, effectiveFrom }: AgreementFile): string | undefined {
  if (stage === 'in-force') return effectiveFrom ?? undefined;
  const reached = history.findLast((entry) => entry.stage === stage);
  return reached && localDateAt(new Date(reached.at), origin);
}

function aside(way: readonly Stage[], { stage, history }: AgreementFile): Stage[] {
  const reached = way.filter((one) => history.some((entry) => entry.stage === one));
  const left = standing(stage) === 'unsold' && stage !== 'suspended' ? [] : way.slice(reached.length);
  return [...reached, stage, ...left];
}
