// The success score in words: why a contract counts or does not, the windows, the number in a
// sentence, what its chart shows.
import type { Policy } from '../../domain/policy/policy.ts';
import type { CountedBecause, LeftOutBecause } from '../../domain/reputation/judged.ts';
import { counted } from '../scene.ts';
import { durationText } from '../time.ts';

type Reason = CountedBecause | LeftOutBecause;

const reasons: Readonly<Record<Reason, string>> = {
  positive: 'good feedback',
  neutral: 'middling feedback',
  negative: 'bad feedback',
  lost_dispute: 'a dispute decided wholly for the other side',
  missing_feedback_beyond_a_third: 'no feedback, as for more than a third',
  open_again: 'open again',
  outside_window: 'outside the window',
  sealed: 'feedback not revealed yet',
  cancelled: 'cancelled by both',
  flagged: 'feedback flagged by a moderator',
  nothing_paid: 'nothing was paid',
  no_feedback: 'no feedback',
};

export function reasonText(reason: string): string {
  return Object.hasOwn(reasons, reason) ? reasons[reason as Reason] : reason;
}

/** Hundredths as people write them: 125 is "1.25", 100 is "1". */
export function hundredthsText(hundredths: number): string {
  const [whole, rest] = [Math.floor(hundredths / 100), hundredths % 100];
  return rest === 0 ? `${whole}` : `${whole}.${String(rest).padStart(2, '0').replace(/0$/, '')}`;
}

/** "+1", "0", "−1"; shares alike. */
export function signedText(value: number): string {
  return value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0';
}

/** The average of stars, cut and not rounded, so that 3.99 never reads as 4.0. */
export function averageText(stars: readonly number[]): string {
  const sum = stars.reduce((all, star) => all + star, 0);
  const hundredths = Math.floor((100 * sum) / stars.length);
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}

/** "6 months", "24 months" */
export function windowText(window: string | Temporal.Duration): string {
  return durationText(window);
}

/** What one reads first: the number and where it comes from. */
export function scoreSentence(
  name: string | null,
  told: { readonly score: number | null; readonly window: string | null },
  { minimum }: Policy['score'],
): string {
  const { score, window } = told;
  if (score !== null && window !== null) {
    const has = name === null ? 'Your success score is' : `The success score of ${name} is`;
    return `${has} ${score} of 100, from the last ${windowText(window)}.`;
  }
  const has = name === null ? 'You have' : `${name} has`;
  return `${has} no success score yet: it takes ${leastText(minimum)}.`;
}

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

function word(count: number): string {
  return small[count] ?? String(count);
}

function begun(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** "Six of the eight contracts that count went well, one did not." */
export function outcomesSentence(values: readonly number[]): string {
  const well = values.filter((value) => value > 0).length;
  const badly = values.filter((value) => value < 0).length;
  const all = values.length;
  if (well === all)
    return `${all === 2 ? 'Both' : `All ${word(all)}`} contracts that count went well.`;
  const tail = badly === 0 ? '' : `, ${word(badly)} did not`;
  const head = well === 0 ? 'none' : word(well);
  return `${begun(head)} of the ${word(all)} contracts that count went well${tail}.`;
}

/** What the line of a chart says, for whoever does not see it. */
export function chartSentence(points: readonly { readonly score: number | null }[]): string {
  const scores = points.flatMap(({ score }) => (score === null ? [] : [score]));
  const [lowest, highest] = [Math.min(...scores), Math.max(...scores)];
  const now = points.at(-1)?.score ?? null;
  const range = lowest === highest ? `${lowest}` : `Between ${lowest} and ${highest}`;
  return `${range} over the year, ${now === null ? 'none' : now} today.`;
}

/** "It would weigh 1.5, by what has been paid so far." */
export function weightSentence(hundredths: number): string {
  return `It would weigh ${hundredthsText(hundredths)}, by what has been paid so far.`;
}

/** "2 contracts with 2 different people" */
export function leastText({ contracts, counterparts }: Policy['score']['minimum']): string {
  const people = counterparts === 1 ? 'person' : 'different people';
  return `${counted(contracts, 'contract')} that count, with ${counterparts} ${people}`;
}

type Range = {
  readonly now: number | null;
  readonly noFeedback: number | null;
  readonly best: number | null;
  readonly worst: number | null;
};

/** "It is 92 now. Feedback about this contract can make it 93 at best and 79 at worst." */
export function rangeSentence({ now, noFeedback, best, worst }: Range): string {
  const is = now === null ? 'You have none now.' : `It is ${now} now.`;
  const points = [noFeedback, best, worst];
  if (points.every((one) => one === now)) {
    return `${is} Feedback about this contract cannot change that.`;
  }
  const told = (points: number | null) => (points === null ? 'none' : String(points));
  const range = `${told(best)} at best and ${told(worst)} at worst`;
  return `${is} Feedback about this contract can make it ${range}.`;
}
