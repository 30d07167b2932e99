// What has happened, in one sentence: subject, verb, amount. The timeline, the mail and the
// transcripts of stories say the same. Free text that came with an event is quoted beside it and
// never part of the sentence.
import type { SeenEvent, SeenEventOf } from '../domain/contracts/seen-event.ts';
import { type AfterEvent, afterNote, afterSentence, isAfterEvent } from './after/events.ts';
import { besideSentence, isBeside, type SeenBeside } from './beside/events.ts';
import { disputeSentence, isOfDispute, type SeenDispute } from './disputes/events.ts';
import { endingSentence } from './ending-events.ts';
import { isZeroAmount } from './money.ts';
import {
  actorOf,
  amountOf,
  capital,
  counted,
  isYou,
  listed,
  type Scene,
  summed,
  titleOf,
  Who,
  whom,
  whose,
} from './scene.ts';

/** The event in one sentence or two. */
export function eventSentence(event: SeenEvent, scene: Scene): string {
  const actor = actorOf(scene, event);
  if (isAfterEvent(event)) return afterSentence(event, scene, actor);
  if (isBeside(event)) return besideSentence(event, scene);
  if (isOfDispute(event)) return disputeSentence(event, scene);
  switch (event.type) {
    case 'offer_drafted':
      return draftedSentence(event, scene, actor);
    case 'offer_sent':
      return sentSentence(event, scene);
    case 'offer_revised':
      return `${actor} changed the offer: ${planOf(event, scene)}.`;
    case 'offer_withdrawn':
      return event.as === 'client'
        ? `${actor} withdrew the offer.`
        : 'The offer was not sent: the money for its first milestone did not come.';
    case 'offer_declined':
      return `${actor} declined the offer.`;
    case 'offer_expired':
      return 'The offer expired without an answer.';
    case 'offer_accepted':
      return `${actor} accepted the offer. The contract is active.`;
    case 'offer_countered':
      return `${actor} answered the offer with other terms: ${planOf(event, scene)}.`;
    case 'counter_withdrawn':
      return `${actor} took the counter-offer back. The offer stands as it was.`;
    case 'counter_declined':
      return `${actor} declined the counter-offer. The offer stands as it was.`;
    case 'counter_accepted':
      return `${actor} accepted the counter-offer. The contract is active.`;
    default:
      return workSentence(event, scene, actor);
  }
}

type OfTerms = SeenEventOf<'offer_drafted' | 'offer_sent' | 'offer_revised' | 'offer_countered'>;

function draftedSentence(event: SeenEventOf<'offer_drafted'>, scene: Scene, actor: string): string {
  const wrote = `${actor} wrote ${whom(scene, 'freelancer')} an offer: ${planOf(event, scene)}.`;
  return `${wrote} It is sent when the money for its first milestone is there.`;
}

function sentSentence(event: SeenEventOf<'offer_sent'>, scene: Scene): string {
  const offered = `${Who(scene, 'client')} offered ${whom(scene, 'freelancer')}`;
  return `${offered} “${event.terms.title}”: ${planOf(event, scene)}.`;
}

/** "$800.00 in 2 milestones" */
function planOf({ terms }: Pick<OfTerms, 'terms'>, scene: Scene): string {
  const amounts = terms.milestones.map((milestone) => milestone.amount);
  const whole = amountOf(scene, summed(scene, amounts));
  return `${whole} in ${counted(amounts.length, 'milestone')}`;
}

export type WorkEvent = Exclude<
  SeenEvent,
  AfterEvent | SeenBeside | SeenDispute | { type: `offer_${string}` | `counter_${string}` }
>;

function workSentence(event: WorkEvent, scene: Scene, actor: string): string {
  switch (event.type) {
    case 'change_proposed':
      return `${actor} proposed a change of terms: ${patchText(event.patch, scene)}.`;
    case 'change_accepted':
      return `${actor} accepted the change. Version ${event.terms.version} of the terms holds.`;
    case 'change_declined':
      return `${actor} declined the change of terms.`;
    case 'change_withdrawn':
      return `${actor} took the proposed change back.`;
    case 'change_lapsed':
      return 'The proposed change lapsed without an answer. The terms stay as they were.';
    case 'clarification_asked':
      return `${actor} asked for clarification.`;
    case 'clarification_answered':
      return `${actor} answered the question.`;
    case 'milestone_added':
      return `${actor} added ${milestoneText(event.milestone, scene)}.`;
    case 'milestone_edited':
      return `${actor} changed the plan: ${milestoneText(event.milestone, scene)}.`;
    case 'milestone_removed':
      return `${actor} removed ${titleOf(scene, event.milestone)} from the plan.`;
    case 'work_submitted':
      return `${actor} submitted ${titleOf(scene, event.milestone)}.`;
    case 'submission_withdrawn':
      return `${actor} took the submission of ${titleOf(scene, event.milestone)} back.`;
    case 'changes_requested':
      return `${actor} asked for changes to ${titleOf(scene, event.milestone)}. The review stops.`;
    case 'due_passed':
      return dueSentence(event, scene);
    default:
      return moneySentence(event, scene, actor);
  }
}

type Milestone = { readonly id: string } & {
  readonly title?: string;
  readonly amount?: string;
  readonly due?: string | null;
};

function milestoneText({ id, title, amount, due }: Milestone, scene: Scene): string {
  const name = title === undefined ? titleOf(scene, id) : `“${title}”`;
  const parts = [name, ...(amount === undefined ? [] : [amountOf(scene, amount)])];
  if (due === null && title === undefined) parts.push('without a due date');
  if (typeof due === 'string') parts.push(`due ${scene.when(due)}`);
  return parts.join(', ');
}

/** A patch of terms in words: "“Sketches”, due Thu 12 Mar 2026; without “Cover”". */
export function patchText(patch: SeenEventOf<'change_proposed'>['patch'], scene: Scene): string {
  const changes = patch.milestones.map((milestone) => milestoneText(milestone, scene));
  const gone = patch.remove.map((id) => titleOf(scene, id));
  return [
    ...changes,
    ...(gone.length === 0 ? [] : [`without ${listed(gone)}`]),
    ...(patch.scope === null ? [] : ['with a new description']),
  ].join('; ');
}

function dueSentence(event: SeenEventOf<'due_passed'>, scene: Scene): string {
  const title = titleOf(scene, event.milestone);
  if (event.overdue) return `${title} was due and is overdue.`;
  return `The due date of ${title} passed. It is not overdue.`;
}

type MoneyEvent = Exclude<
  WorkEvent,
  {
    type:
      | `change_${string}`
      | `clarification_${string}`
      | `milestone_${'added' | 'edited' | 'removed'}`
      | 'work_submitted'
      | 'submission_withdrawn'
      | 'changes_requested'
      | 'due_passed';
  }
>;

function moneySentence(event: MoneyEvent, scene: Scene, actor: string): string {
  switch (event.type) {
    case 'charge_requested':
    case 'milestone_funded':
      return fundingSentence(event, scene, actor);
    case 'charge_failed':
      return 'The charge was declined. No money was taken.';
    case 'charge_timed_out':
      return 'The payment provider did not answer in time. The charge was given up.';
    case 'charge_credited':
      return creditedSentence(event, scene);
    case 'payment_released':
      return releaseSentence(event, scene, actor);
    case 'earnings_cleared':
      return `${amountOf(scene, event.amount)} became available to ${whom(scene, 'freelancer')}.`;
    default:
      return endingSentence(event, scene, actor);
  }
}

/** A freelancer only ever sees it of a charge of their own. */
function creditedSentence({ amount }: SeenEventOf<'charge_credited'>, scene: Scene): string {
  const payer = isYou(scene, 'freelancer') ? 'freelancer' : 'client';
  return `A charge came late: ${amountOf(scene, amount)} was added to ${whose(scene, payer)} balance.`;
}

type Funds = SeenEventOf<'charge_requested' | 'milestone_funded'>;

/** What the client pays the platform, on top of what is held. */
function feeOnTop({ client_fee }: Funds, scene: Scene): string {
  if (isZeroAmount(client_fee)) return '';
  return ` The ${scene.fees.client} client fee, ${amountOf(scene, client_fee)}, comes on top.`;
}

function fundingSentence(event: Funds, scene: Scene, actor: string): string {
  const amount = amountOf(scene, event.amount);
  const title = titleOf(scene, event.milestone);
  const fee = feeOnTop(event, scene);
  if (event.type === 'charge_requested') {
    return `${capital(whose(scene, 'client'))} card is charged ${amount} for ${title}.${fee}`;
  }
  if (event.charge !== null) {
    return `The charge went through: ${amount} is held for ${title}.${fee}`;
  }
  if (event.as === 'client') return `${actor} funded ${title}: ${amount} is held for it.${fee}`;
  return `${amount} of ${whose(scene, 'client')} balance is held for ${title}.${fee}`;
}

function releaseSentence(
  event: SeenEventOf<'payment_released'>,
  scene: Scene,
  actor: string,
): string {
  const { amount, net, fee, moved } = event;
  const released = `${amountOf(scene, amount)} for ${titleOf(scene, event.milestone)}`;
  const start = releaseStart(event.as, released, scene, actor);
  const after = isZeroAmount(fee) ? '' : ` after the ${scene.fees.freelancer} fee`;
  const sentence = `${start}: ${amountOf(scene, net)} to ${whom(scene, 'freelancer')}${after}.`;
  if (moved === null) return sentence;
  const rest = `The other ${amountOf(scene, moved.amount)} moved to ${titleOf(scene, moved.to)}.`;
  return `${sentence} ${rest}`;
}

/** Released by the client, by the client's silence, or by what both have agreed. */
function releaseStart(as: SeenEvent['as'], released: string, scene: Scene, actor: string): string {
  if (as === 'client') return `${actor} released ${released}`;
  if (as !== 'clock') return `${released} was released`;
  return `${Who(scene, 'client')} did not answer in time, so ${released} was released`;
}

/** The free text that came with an event, for showing as a quotation. */
export function eventNote(event: SeenEvent): string | null {
  if (isAfterEvent(event)) return afterNote(event);
  if ('note' in event) return event.note;
  if ('statement' in event) return event.statement;
  if ('question' in event) return event.question;
  if ('answer' in event) return event.answer;
  if (event.type === 'offer_declined' || event.type === 'refund_requested') return event.reason;
  return null;
}
