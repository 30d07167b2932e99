// What silence leads to beside the work: dormancy and its steps, a proposal to reopen, the time to
// change feedback. The other part of forecast.ts and of the lists of what happens by itself.
import type { DeadlineKind } from '../../domain/contracts/deadlines.ts';
import type { NextView } from '../../domain/contracts/seen/view.ts';
import type { Party } from '../../domain/people.ts';
import { isZeroAmount } from '../money.ts';
import { amountOf, capital, type Scene, subject, summed, whom, whose } from '../scene.ts';

/** The kinds of deadline that are told here. */
const afterDeadlines = [
  'reopen_answer_ends',
  'feedback_change_ends',
  'contract_goes_dormant',
  'dormancy_step_ends',
] as const satisfies readonly DeadlineKind[];

type AfterKind = (typeof afterDeadlines)[number];

export function isAfter(what: DeadlineKind): what is AfterKind {
  return afterDeadlines.some((one) => one === what);
}

/** In one sentence. `silence` is how it begins: "If Ben does nothing,". */
export function afterForecast(
  what: AfterKind,
  next: NextView,
  silence: string,
  scene: Scene,
): string {
  const at = scene.when(next.at);
  switch (what) {
    case 'reopen_answer_ends':
      return `${silence} the proposal to open the contract again lapses on ${at}.`;
    case 'feedback_change_ends':
      return `${capital(whose(scene, authorOf(next)))} time to change the feedback ends on ${at}.`;
    case 'contract_goes_dormant':
      return `${silence} the contract goes dormant on ${at}.`;
    case 'dormancy_step_ends':
      return stepSentence(next, silence, scene);
  }
}

function authorOf({ subject: author }: NextView): Party {
  return author === 'client' ? 'client' : 'freelancer';
}

function stepSentence(next: NextView, silence: string, scene: Scene): string {
  const at = scene.when(next.at);
  const { events, postings } = next.effect;
  const sum = (matches: (one: (typeof postings)[number]) => boolean) =>
    summed(
      scene,
      postings.filter(matches).map(({ amount }) => amount),
    );
  const held = amountOf(
    scene,
    sum(({ from }) => from === 'contract.escrow'),
  );
  if (events.includes('payment_released')) {
    const net = sum(({ to }) => to === 'freelancer.pending');
    const gets = subject(scene, 'freelancer', 'gets', 'get');
    const fee = isZeroAmount(sum(({ to }) => to === 'platform.fees'))
      ? ''
      : ` ${gets} ${amountOf(scene, net)} after the ${scene.fees.freelancer} fee.`;
    const payee = whom(scene, 'freelancer');
    return `${silence} ${held} is released to ${payee} on ${at}, and the contract ends.${fee}`;
  }
  if (events.includes('escrow_returned')) {
    const client = whom(scene, 'client');
    return `${silence} ${held} goes back to ${client} on ${at}, and the contract ends.`;
  }
  return events.includes('contract_ended')
    ? `${silence} the contract ends by itself on ${at}.`
    : `${silence} the next step of dormancy begins on ${at}.`;
}

/** A short line beside its moment. */
export const afterNames: Readonly<Record<AfterKind, string>> = {
  reopen_answer_ends: 'Answer to opening the contract again',
  feedback_change_ends: 'Time to change feedback',
  contract_goes_dormant: 'The contract goes dormant',
  dormancy_step_ends: 'End of this step of dormancy',
};

/** A line of a table whose first cell is the moment; `name` is the contract's title, quoted. */
export function afterAhead(what: AfterKind, next: NextView, name: string): string {
  switch (what) {
    case 'reopen_answer_ends':
      return `The proposal to open ${name} again lapses`;
    case 'feedback_change_ends':
      return `The time to change feedback on ${name} ends`;
    case 'contract_goes_dormant':
      return `${name} goes dormant`;
    case 'dormancy_step_ends':
      return next.effect.events.includes('contract_ended')
        ? `${name} is dormant and ends by itself`
        : `The next step of the dormancy of ${name} begins`;
  }
}

/** What somebody has to do until then. */
export function afterTask(next: NextView, has: string, scene: Scene): string | null {
  const at = scene.when(next.at);
  if (next.what === 'reopen_answer_ends') {
    return `${has} until ${at} to answer the proposal to open the contract again.`;
  }
  return next.what === 'feedback_change_ends' ? `${has} until ${at} to change the feedback.` : null;
}
