// The rules of the success score in words, each with its number out of the policy itself.
import { toDecimal } from '../../domain/money/money.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { formatAmount } from '../money.ts';
import type { Rule } from '../rules.ts';
import { counted, listed } from '../scene.ts';
import { durationText } from '../time.ts';
import { hundredthsText, leastText, windowText } from './score.ts';

/** The rules of the score, each with its number. */
export function scoreRules(
  { score, currencies }: Policy,
  currency = Object.keys(currencies)[0] ?? '',
): readonly Rule[] {
  const { windows, weights, lasting, minimum } = score;
  const steps = (currencies[currency]?.scoreUpTo ?? []).map((amount) =>
    formatAmount(toDecimal(amount), currency),
  );
  const weighed = weights.map((weight, index) => {
    const most = steps[index];
    return `${hundredthsText(weight)} ${most === undefined ? 'above that' : `up to ${most}`}`;
  });
  return [
    {
      what: 'Windows',
      value: listed(windows.map((window) => windowText(window))),
      follows: 'Calendar months that end now. The one in which the score is highest is shown.',
    },
    {
      what: 'Counts for you',
      value: `${hundredthsText(score.positiveFrom)} stars or more`,
      follows: 'The average of the six stars of the other side’s feedback, once it is revealed.',
    },
    {
      what: 'Counts against you',
      value: `below ${hundredthsText(score.negativeBelow)} stars`,
      follows:
        'So does a dispute that was ruled, or recommended and accepted, wholly for the other side.',
    },
    {
      what: 'Weight by what was paid',
      value: weights.map(hundredthsText).join(', '),
      follows: `${weighed.join(', ')}: paid net of refunds, with the fee. Other currencies have steps of their own.`,
    },
    {
      what: 'Weight by how long it lasted',
      value: `${hundredthsText(lasting.weight)} more for each ${durationText(lasting.span)}`,
      follows: `Full spans since the acceptance in which something was paid, at most ${lasting.most}.`,
    },
    {
      what: 'Least that must count',
      value: counted(minimum.contracts, 'contract'),
      follows: `${leastText(minimum)}. A window with less does not compete; when none competes there is no score.`,
    },
    missingRule(score.missingFeedback),
    {
      what: 'Left out',
      value: 'not counted',
      follows:
        'Cancelled by both; nothing paid and no bad feedback; flagged feedback; open again. Ending a contract oneself costs nothing by itself.',
    },
  ];
}

function missingRule(missing: Policy['score']['missingFeedback']): Rule {
  return missing === 'left_out'
    ? {
        what: 'No feedback',
        value: 'left out',
        follows: 'However often it happens. Sealed feedback never counts before it is revealed.',
      }
    : {
        what: 'No feedback',
        value: 'left out up to a third',
        follows: 'Of all that ended in the window; each one beyond, the newest ones, counts as 0.',
      };
}
