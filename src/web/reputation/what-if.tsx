// What if: the score with one outcome added, for a contract that still runs or whose feedback is
// still sealed. The same function, nothing is stored, and nothing sealed is asked: every outcome
// is shown, whatever has been given.
import type { ScoreRules } from '../../domain/policy/policy.ts';
import { type OwnScore, scoreWhatIf } from '../../reads/reputation/score.ts';
import { signedText, weightSentence } from '../../words/score/score.ts';
import { Button } from '../parts/button.tsx';
import { Select } from '../parts/form/field.tsx';
import { Chapter } from '../parts/layout.tsx';
import type { ScorePageProps } from './score-page.tsx';

export function WhatIf({ own, asked, whatIf, path }: ScorePageProps & { readonly path: string }) {
  const chosen = own.open.find(({ id }) => id === whatIf) ?? own.open[0];
  return (
    <Chapter
      id="what-if"
      title="What if"
      note="The same formula with one outcome added. Nothing is stored."
    >
      {chosen === undefined ? (
        <p class="muted">No contract is open, and none waits for its feedback.</p>
      ) : (
        <>
          <form class="row end" action={`${path}#what-if`}>
            <input type="hidden" name="as" value={asked.as} />
            <Select
              name="what_if"
              label="If this contract ends today"
              options={own.open.map(({ id, title, other }) => ({
                value: id,
                label: `${title}, ${other}`,
              }))}
              value={chosen.id}
            />
            <Button>Show</Button>
          </form>
          <Outcomes own={own} contract={chosen.id} rules={asked.policy.score} />
        </>
      )}
    </Chapter>
  );
}

type OutcomesProps = {
  readonly own: OwnScore;
  readonly contract: string;
  readonly rules: ScoreRules;
};

function Outcomes({ own, contract, rules }: OutcomesProps) {
  const best = scoreWhatIf(own, contract, 5);
  const line = best?.contracts.find((one) => one.contract === contract);
  return (
    <>
      <ul class="whatif">
        {outcomesOf(rules).map(({ stars, label }) => {
          const score = scoreWhatIf(own, contract, stars)?.score ?? null;
          return (
            <li key={label}>
              <b>
                {score ?? 'none'} <Change before={own.score.score} after={score} />
              </b>
              {label}
            </li>
          );
        })}
      </ul>
      <p class="note narrow">
        {line?.counted === true && `${weightSentence(line.weight)} `}
        Who ends the contract makes no difference.
      </p>
    </>
  );
}

type Outcome = { readonly stars: number | null; readonly label: string };

/** One number of stars for each of the three values that there are. */
function outcomesOf({ positiveFrom, negativeBelow }: ScoreRules): readonly Outcome[] {
  const [up, down] = [positiveFrom, negativeBelow].map((one) => (one / 100).toFixed(1));
  const middle = [2, 3, 4].find((star) => star * 100 >= negativeBelow && star * 100 < positiveFrom);
  return [
    { stars: 5, label: `feedback ${up} or more` },
    ...(middle === undefined
      ? []
      : [{ stars: middle, label: `feedback from ${down} to under ${up}` }]),
    { stars: 1, label: `feedback below ${down}` },
    { stars: null, label: 'no feedback, or cancelled by both' },
  ];
}

function Change({ before, after }: { before: number | null; after: number | null }) {
  if (after === null) return null;
  if (before === null) return <small class="muted">your first</small>;
  const change = after - before;
  const colour = change > 0 ? 'good' : change < 0 ? 'stop' : 'muted';
  return <small class={colour}>{change === 0 ? 'same' : signedText(change)}</small>;
}
