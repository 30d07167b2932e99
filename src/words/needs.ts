// What waits for somebody, in words: a title that says who did what, what silence leads to, and
// the label of the one thing to press. And the shorter words of lists: where a contract stands,
// what happens by itself.
import { never } from '../domain/assert.ts';
import type { ContractView, NextView } from '../domain/contracts/seen/view.ts';
import type { Party } from '../domain/people.ts';
import { afterAhead, isAfter } from './after/forecast.ts';
import { isDisputeStage, stageAhead } from './disputes/forecast.ts';
import { type DisputeNeedName, disputeNeedLabels, disputeNeedTitle } from './disputes/needs.ts';
import { openDispute } from './disputes/states.ts';
import { forecastSentence } from './forecast.ts';
import { formatAmount } from './money.ts';
import {
  amountOf,
  capital,
  counted,
  less,
  type Scene,
  summed,
  titleOf,
  whom,
  whose,
} from './scene.ts';

/** A need as reads/needs.ts finds it, with its contract. */
export type WordedNeed = {
  readonly what: NeedName;
  readonly card: { readonly party: Party; readonly view: ContractView };
  /** The milestone or the request that it is about. */
  readonly subject?: string;
  readonly next: NextView | null;
};

type NeedName =
  | 'answer_offer'
  | 'answer_counter'
  | 'answer_change'
  | 'answer_cancel'
  | 'answer_reopen'
  | 'keep_open'
  | DisputeNeedName
  | 'answer_refund'
  | 'answer_question'
  | 'answer_payment_request'
  | 'answer_refund_request'
  | 'review_work'
  | 'submit_work'
  | 'fund_milestone'
  | 'give_feedback';

export type NeedText = {
  readonly title: string;
  readonly silence: string;
  readonly label: string;
};

export function needText(need: WordedNeed, scene: Scene): NeedText {
  return {
    title: titleFor(need, scene),
    silence: silenceOf(need, scene),
    label: labels[need.what],
  };
}

const labels: Readonly<Record<NeedName, string>> = {
  answer_offer: 'Read the offer',
  answer_counter: 'Read the counter-offer',
  answer_change: 'Read the change',
  answer_cancel: 'Read the proposal',
  answer_reopen: 'Read the proposal',
  keep_open: 'Keep it open',
  ...disputeNeedLabels,
  answer_refund: 'Answer',
  answer_question: 'Answer the question',
  answer_payment_request: 'Answer',
  answer_refund_request: 'Answer',
  review_work: 'Review the work',
  submit_work: 'Submit the work',
  fund_milestone: 'Fund it…',
  give_feedback: 'Give feedback',
};

function titleFor({ what, card, subject }: WordedNeed, scene: Scene): string {
  const { view, party: as } = card;
  const other = scene.names[as === 'client' ? 'freelancer' : 'client'];
  const name = `“${view.terms.title}”`;
  const about = titleOf(scene, subject ?? '');
  const m = view.milestones[subject ?? ''];
  switch (what) {
    case 'answer_offer':
      return `${other} offers ${whom(scene, as)} ${name}`;
    case 'answer_counter':
      return `${other} answers ${whose(scene, as)} offer ${name} with other terms`;
    case 'answer_change':
      return `${other} proposes to change ${name}`;
    case 'answer_cancel':
      return `${other} proposes to end ${name} together`;
    case 'answer_reopen':
      return `${other} proposes to open ${name} again`;
    case 'answer_dispute':
    case 'answer_recommendation':
    case 'answer_settlement':
    case 'pay_for_ruling':
      return disputeNeedTitle(what, view.disputes[subject ?? ''], name, scene);
    case 'keep_open':
      return `${name} is dormant`;
    case 'answer_refund':
      return `${other} asks for ${amountOf(scene, view.escrow_refund?.amount ?? '0')} of ${name} back`;
    case 'answer_payment_request':
      return `${other} asks ${whom(scene, as)} for ${asked(view, subject, scene)} for ${name}`;
    case 'answer_refund_request':
      return `${other} asks ${whom(scene, as)} to give ${asked(view, subject, scene)} of ${name} back`;
    case 'answer_question':
      return `${other} asks ${whom(scene, as)} a question about ${name}`;
    case 'review_work':
      return `${other} submitted ${about}`;
    case 'submit_work':
      return m?.overdue_since === undefined ? `${about} is due` : `${about} is overdue`;
    case 'fund_milestone':
      return `${about} is not funded`;
    case 'give_feedback':
      return `${capital(whose(scene, as))} feedback for ${other} is still open`;
    default:
      return never(what);
  }
}

/** What is left of what a request asks for. */
function asked(view: ContractView, id: string | undefined, scene: Scene): string {
  const request = view.requests[id ?? ''];
  if (request === undefined) return 'money';
  return amountOf(scene, less(scene, request.amount, [request.settled]));
}

function silenceOf(need: WordedNeed, scene: Scene): string {
  const { what, card, next } = need;
  const { view } = card;
  switch (what) {
    case 'answer_offer':
      return `${planText(view)} If you do nothing, the offer expires and nobody owes anything.`;
    case 'answer_counter':
      return 'If you do nothing, the offer and the counter-offer expire together.';
    case 'submit_work':
      return heldFor(need, scene);
    case 'fund_milestone':
      return `Part of “${view.terms.title}”. Until it is funded, nobody has to work on it.`;
    case 'answer_question':
      return 'Until you answer, no due date can be missed.';
    case 'give_feedback':
      return feedbackSilence(card, scene);
    default:
      return forecastOr(next, scene);
  }
}

function forecastOr(next: NextView | null, scene: Scene): string {
  return next === null ? 'Nothing happens by itself.' : forecastSentence(next, scene);
}

/** "$1,200.00 fixed price, three milestones." */
function planText(view: ContractView): string {
  const count = Object.keys(view.milestones).length;
  return `${priceOf(view)} fixed price, ${counted(count, 'milestone')}.`;
}

/** The agreed sum of all milestones. */
export function priceOf(view: ContractView): string {
  const { currency } = view.terms;
  const amounts = Object.values(view.milestones).map(({ amount }) => amount);
  return formatAmount(summed({ currency } as Scene, amounts), currency);
}

function heldFor({ card, subject }: WordedNeed, scene: Scene): string {
  const { view } = card;
  const held = amountOf(scene, view.milestones[subject ?? '']?.escrow ?? '0');
  return `Part of “${view.terms.title}”. ${held} is held for it and stays held.`;
}

function feedbackSilence({ view, party: as }: WordedNeed['card'], scene: Scene): string {
  const other: Party = as === 'client' ? 'freelancer' : 'client';
  const about = `“${view.terms.title}” has ended.`;
  return view.feedback[other] === 'sealed'
    ? `${about} If you do nothing, ${whose(scene, other)} opens without yours.`
    : `${about} If neither of you gives any, it closes without feedback.`;
}

/** What happens by itself, as a line of a table whose first cell is the moment. */
export function aheadText(next: NextView, view: ContractView, scene: Scene): string {
  const about = titleOf(scene, next.subject ?? '');
  const name = `“${view.terms.title}”`;
  const { what } = next;
  if (isAfter(what)) return afterAhead(what, next, name);
  if (isDisputeStage(what)) return stageAhead(what, next, name, scene);
  switch (what) {
    case 'review_ends':
      return `${about} is released to ${scene.viewer === 'freelancer' ? 'you' : scene.names.freelancer}`;
    case 'escrow_refund_answer_ends':
      return `The money of ${name} goes back to ${scene.viewer === 'client' ? 'you' : scene.names.client}`;
    case 'offer_expires':
      return `The offer ${name} expires`;
    case 'change_answer_ends':
      return `The proposed change of ${name} lapses`;
    case 'cancel_answer_ends':
      return `The proposal to end ${name} together lapses`;
    case 'earnings_clear':
      return `Money from ${scene.names.client} becomes available`;
    case 'feedback_closes':
      return `Feedback on ${name} closes`;
    case 'due_passes':
      return `${about} is due`;
    case 'charge_times_out':
      return `The charge for ${name} is given up`;
    default:
      return never(what);
  }
}

/** Who can still change it: "you", "Ann", "both", "nobody". */
export function actorsText(next: NextView, scene: Scene): string {
  const [only, other] = next.who_can_act;
  if (only === undefined) return 'nobody';
  if (other !== undefined) return 'both';
  return scene.viewer === only ? 'you' : scene.names[only];
}

export type Standing = {
  readonly shape: 'done' | 'over' | 'review' | 'planned' | 'void' | 'needs' | 'wrong';
  readonly text: string;
};

const plainly: Readonly<Partial<Record<ContractView['status'], Standing>>> = {
  declined: { shape: 'void', text: 'Declined' },
  withdrawn: { shape: 'void', text: 'Withdrawn' },
  expired: { shape: 'void', text: 'Lapsed without an answer' },
};

/** Where a contract stands, in a few words beside a shape. */
export function standingOf(view: ContractView, as: Party): Standing {
  const known = plainly[view.status];
  if (known !== undefined) return known;
  if (view.status === 'offered') return offerStanding(view, as);
  if (openDispute(view) !== undefined) return { shape: 'wrong', text: 'In dispute' };
  return view.status === 'ended' ? endStanding(view) : workStanding(view);
}

function offerStanding(view: ContractView, as: Party): Standing {
  if (view.sent === undefined) return { shape: 'planned', text: 'Waits for its charge' };
  if (view.counter?.status === 'open') {
    return as === 'client'
      ? { shape: 'needs', text: 'Counter-offer to answer' }
      : { shape: 'review', text: 'Your counter-offer is out' };
  }
  return as === 'freelancer'
    ? { shape: 'needs', text: 'Offer to answer' }
    : { shape: 'review', text: 'Offer is out' };
}

const stages = [
  ['submitted', 'review', 'in review'],
  ['funded', 'review', 'funded'],
  ['funding', 'planned', 'charge on its way'],
  ['planned', 'planned', 'not funded'],
] as const;

function workStanding(view: ContractView): Standing {
  const milestones = Object.values(view.milestones);
  for (const [status, shape, words] of stages) {
    const index = milestones.findIndex((m) => m.status === status);
    if (index < 0) continue;
    const overdue = milestones[index]?.overdue_since !== undefined;
    const name = `Milestone ${index + 1}`;
    return overdue
      ? { shape: 'wrong', text: `${name} overdue` }
      : { shape, text: `${name} ${words}` };
  }
  return { shape: 'done', text: 'All settled, not ended' };
}

function endStanding(view: ContractView): Standing {
  if (view.escrow_refund?.status === 'open') {
    return { shape: 'needs', text: 'Ended, money asked back' };
  }
  const asked = Object.values(view.requests).find(({ status }) => status === 'open');
  if (asked !== undefined) {
    const what = asked.kind === 'payment' ? 'payment asked for' : 'money asked back';
    return { shape: 'needs', text: `Ended, ${what}` };
  }
  const inReview = Object.values(view.milestones).some(({ status }) => status === 'submitted');
  if (inReview) return { shape: 'review', text: 'Ended, work in review' };
  if (view.feedback.closes !== undefined) return { shape: 'over', text: 'Ended, feedback open' };
  const cancelled = view.outcome?.kind === 'cancelled';
  return { shape: 'over', text: cancelled ? 'Cancelled together' : 'Ended' };
}
