import { may } from '../api/rights.js';
import type { User } from '../api/types.js';
import type { Say } from '../words/say.js';
import { TECHNICAL_WORDS } from './acting.js';
import { Clock } from './clock.js';
import { DeadLetters } from './dead-letters.js';
import { Notices } from './notices.js';
import { Policy } from './policy.js';

interface Props {
  readonly user: User;
  /** Market that is shown. */
  readonly origin: string;
  /** The clock may be moved: it is not the wall's. */
  readonly simulated: boolean;
  readonly say: Say;
  readonly ended: () => void;
}

/** What whoever reads the first page may look after. */
export function OfOperations({ user, origin, simulated, say, ended }: Props) {
  const technical = { region: user.region || origin, say, words: TECHNICAL_WORDS[say.language], ended };
  return (
    <>
      {may(user, 'runs:start') && <Policy origin={user.region} {...technical} />}
      {may(user, 'dead-letters:handle') && <DeadLetters {...technical} />}
      {may(user, 'clock:advance') && simulated && <Clock {...technical} />}
      {may(user, 'notices:manage') && user.region !== '' && <Notices {...technical} />}
    </>
  );
}
