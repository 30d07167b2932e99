// What ending a contract could do to one's own success score, beside everything else that it does:
// no feedback, the best and the worst. All three are told whatever the other side may have
// written already.
import type { ScoreRange } from '../../domain/reputation/what-if.ts';
import { rangeSentence } from '../../words/score/score.ts';
import { Chapter } from '../parts/layout.tsx';

export type ScoreOutlookProps = { readonly range: ScoreRange; readonly href: string };

export function ScoreOutlook({ range, href }: ScoreOutlookProps) {
  const { noFeedback, best, worst } = range;
  return (
    <Chapter id="score" title="Your success score" note="Once feedback about this contract counts.">
      <p>{rangeSentence(range)}</p>
      <ul class="whatif">
        <Point score={best} label="5 stars in everything" />
        <Point score={noFeedback} label="no feedback" />
        <Point score={worst} label="1 star in everything" />
      </ul>
      <p class="note">
        Ending it yourself costs nothing by itself. <a href={href}>What your score is made of</a>
      </p>
    </Chapter>
  );
}

function Point({ score, label }: { score: number | null; label: string }) {
  return (
    <li>
      <b>{score ?? 'none'}</b>
      {label}
    </li>
  );
}
