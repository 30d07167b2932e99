// What silence leads to, in sentences. No deadline stands anywhere without its consequence, and
// no consequence without its deadline. The sentences take an entry of `next`, so that pages, mail
// and the API tell the same forecast.
import { never } from '../domain/assert.ts';
import type { DeadlineKind } from '../domain/contracts/deadlines.ts';
import type { MovementView, NextView } from '../domain/contracts/seen/view.ts';
import type { AccountKind } from '../domain/ledger/accounts.ts';
import type { Party } from '../domain/people.ts';
import { afterForecast, afterNames, afterTask, isAfter } from './after/forecast.ts';
import { disputeForecast, isDisputeStage, stageNames, stageTask } from './disputes/forecast.ts';
import { isZeroAmount } from './money.ts';
import { amountOf, capital, type Scene, subject, summed, titleOf, whom, whose } from './scene.ts';

/** "If Ben does nothing, $500.00 is released to you on Thursday, 19 March. You get $450.00 …" */
export function forecastSentence(next: NextView, scene: Scene): string {
  const at = scene.when(next.at);
  const { what } = next;
  if (isAfter(what)) return afterForecast(what, next, silence(next, scene), scene);
  if (isDisputeStage(what)) return disputeForecast(what, next, silence(next, scene), scene);
  switch (what) {
    case 'review_ends':
      return reviewSentence(next, scene, at);
    case 'escrow_refund_answer_ends':
      return `${silence(next, scene)} ${goesBack(next, scene)} on ${at}.`;
    case 'offer_expires':
      return `${silence(next, scene)} the offer expires on ${at}${backToo(next, scene)}.`;
    case 'change_answer_ends':
      return `${silence(next, scene)} the proposed change lapses on ${at}.`;
    case 'cancel_answer_ends':
      return `${silence(next, scene)} the proposal to end together lapses on ${at}.`;
    case 'earnings_clear':
      return clearingSentence(next, scene, at);
    case 'feedback_closes':
      return feedbackSentence(next, at);
    case 'due_passes':
      return dueSentence(next, scene, at);
    case 'charge_times_out':
      return `If the payment provider does not answer by ${at}, the charge is given up.`;
    default:
      return never(what);
  }
}

/** "If Ben does nothing,": who could still act, or everybody where nobody in particular can. */
function silence({ who_can_act }: NextView, scene: Scene): string {
  const [only, other] = who_can_act;
  if (only === undefined || other !== undefined) return 'If nobody does anything,';
  return `If ${whom(scene, only)} ${scene.viewer === only ? 'do' : 'does'} nothing,`;
}

function moved(next: NextView, scene: Scene, matches: (one: MovementView) => boolean): string {
  const amounts = next.effect.postings.filter(matches).map((one) => one.amount);
  return summed(scene, amounts);
}

function reviewSentence(next: NextView, scene: Scene, at: string): string {
  const to = (kind: AccountKind) => moved(next, scene, (one) => one.to === kind);
  const gross = summed(scene, [to('freelancer.pending'), to('platform.fees')]);
  const payee = whom(scene, 'freelancer');
  const released = `${amountOf(scene, gross)} is released to ${payee} on ${at}.`;
  const gets = subject(scene, 'freelancer', 'gets', 'get');
  const net = amountOf(scene, to('freelancer.pending'));
  if (isZeroAmount(to('platform.fees'))) return `${silence(next, scene)} ${released}`;
  const after = `after the ${scene.fees.freelancer} fee`;
  return `${silence(next, scene)} ${released} ${gets} ${net} ${after}.`;
}

function goesBack(next: NextView, scene: Scene): string {
  const held = moved(next, scene, (one) => one.from === 'contract.escrow');
  return `${amountOf(scene, held)} goes back to ${whom(scene, 'client')}`;
}

/** What was held for an offer goes back with it. */
function backToo(next: NextView, scene: Scene): string {
  const held = moved(next, scene, (one) => one.from === 'contract.escrow');
  if (isZeroAmount(held)) return '';
  return ` and ${goesBack(next, scene)}`;
}

function clearingSentence(next: NextView, scene: Scene, at: string): string {
  const net = moved(next, scene, (one) => one.to === 'freelancer.available');
  return `${amountOf(scene, net)} becomes available to ${whom(scene, 'freelancer')} on ${at}.`;
}

function feedbackSentence(next: NextView, at: string): string {
  const closes = `Feedback closes on ${at}.`;
  if (!next.effect.events.includes('feedback_revealed')) return closes;
  return `${closes} What was given can be read then, or as soon as both have given theirs.`;
}

function dueSentence(next: NextView, scene: Scene, at: string): string {
  const title = titleOf(scene, next.subject ?? '');
  if (next.effect.overdue) return `${silence(next, scene)} ${title} becomes overdue on ${at}.`;
  return `The due date of ${title} passes on ${at}, and nothing follows from it.`;
}

/** What a deadline is, as a short line beside its moment: "Review of “Sketches”". */
export function deadlineName(what: DeadlineKind, about: string | undefined, scene: Scene): string {
  if (isAfter(what)) return afterNames[what];
  if (isDisputeStage(what)) return stageNames[what];
  const title = titleOf(scene, about ?? '');
  switch (what) {
    case 'review_ends':
      return `Review of ${title}`;
    case 'escrow_refund_answer_ends':
      return 'Answer to the request for money back';
    case 'offer_expires':
      return 'Answer to the offer';
    case 'change_answer_ends':
      return 'Answer to the change of terms';
    case 'cancel_answer_ends':
      return 'Answer to ending together';
    case 'earnings_clear':
      return 'Money becomes available';
    case 'feedback_closes':
      return 'Feedback closes';
    case 'due_passes':
      return `Due date of ${title}`;
    case 'charge_times_out':
      return 'Answer of the payment provider';
    default:
      return never(what);
  }
}

/** Who has until when to do what: "Ben has until Thu 19 Mar to answer the submission." */
export function deadlineSentence(next: NextView, scene: Scene): string {
  const at = scene.when(next.at);
  const [only, other] = next.who_can_act;
  const name = deadlineName(next.what, next.subject, scene);
  if (only === undefined || other !== undefined) return `${name}: ${at}.`;
  const has = subject(scene, only, 'has', 'have');
  switch (next.what) {
    case 'review_ends':
      return `${has} until ${at} to review ${titleOf(scene, next.subject ?? '')}.`;
    case 'escrow_refund_answer_ends':
      return `${has} until ${at} to answer the request for money back.`;
    case 'change_answer_ends':
      return `${has} until ${at} to answer the proposed change.`;
    case 'cancel_answer_ends':
      return `${has} until ${at} to answer the proposal to end together.`;
    default:
      return afterTask(next, has, scene) ?? stageTask(next, has, scene) ?? `${name}: ${at}.`;
  }
}

/** Whose money an account is: "your balance", "held for this contract", "platform fee". */
export function accountName(kind: AccountKind, scene: Scene): string {
  const of = (party: Party) => capital(whose(scene, party));
  switch (kind) {
    case 'client.available':
      return `${of('client')} balance`;
    case 'client.leaving':
      return `${of('client')} money on its way to the bank`;
    case 'freelancer.pending':
      return `${of('freelancer')} money that clears`;
    case 'freelancer.available':
      return `${of('freelancer')} available money`;
    case 'freelancer.leaving':
      return `${of('freelancer')} money on its way to the bank`;
    case 'contract.escrow':
      return 'Held for this contract';
    case 'contract.held':
      return 'Held by a dispute';
    case 'platform.fees':
      return 'Platform fee';
    case 'outside':
      return 'The card or bank';
    default:
      return never(kind);
  }
}
