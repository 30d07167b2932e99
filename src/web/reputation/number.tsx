// The one large number of a score page, with the window it comes from and the moment of reading.
import type { ScoredAs } from '../../domain/reputation/history.ts';
import { windowText } from '../../words/score/score.ts';
import { fullMomentText } from '../../words/time.ts';
import type { Reader } from '../parts/frame.ts';

export type BigNumberProps = {
  readonly score: number | null;
  readonly window: Temporal.Duration | string | null;
  readonly as: ScoredAs;
  readonly reader: Reader;
};

export function BigNumber({ score, window, as, reader }: BigNumberProps) {
  const { now } = reader;
  return (
    <div class="number">
      <h2 id="now" class="hidden">
        Score today
      </h2>
      {score ?? 'none'}
      <small>
        {score === null ? 'yet, as a ' : 'of 100 as a '}
        {as}
        {window !== null && (
          <>
            <br />
            the last {windowText(window)}, the best window
          </>
        )}
        <br />
        <time datetime={now.toString()}>{fullMomentText(now, 'UTC')}</time>
      </small>
    </div>
  );
}
