// The state of a contract in one sentence: a subject, an amount, a date. Every page opens with
// it. It tells the reader first what waits for them, then what the other side is doing, and at
// last what has been.
import type {
  ContractView,
  CounterView,
  MilestoneView,
  NextView,
} from '../domain/contracts/seen/view.ts';
import { otherParty, type Party } from '../domain/people.ts';
import { dormantSentence, reopenSentence } from './after/states.ts';
import { disputeState, openDispute } from './disputes/states.ts';
import { isZeroAmount } from './money.ts';
import {
  amountOf,
  capital,
  less,
  type Scene,
  subject,
  summed,
  titleOf,
  Who,
  whom,
  whose,
} from './scene.ts';

/** The one sentence that says how things stand, for the one who reads. */
export function stateSentence(view: ContractView, scene: Scene): string {
  switch (view.status) {
    case 'offered':
      return offerSentence(view, scene);
    case 'declined':
      return `${Who(scene, 'freelancer')} declined the offer on ${scene.when(view.latest)}.`;
    case 'withdrawn':
      return view.sent === undefined
        ? 'The offer was not sent: the money for it did not come.'
        : `${Who(scene, 'client')} withdrew the offer on ${scene.when(view.latest)}.`;
    case 'expired':
      return `The offer expired without an answer on ${scene.when(view.latest)}.`;
    case 'active':
      return activeSentence(view, scene);
    default:
      return endedSentence(view, scene);
  }
}

function planned(view: ContractView, scene: Scene): string {
  const amounts = Object.values(view.milestones).map((milestone) => milestone.amount);
  return amountOf(scene, summed(scene, amounts));
}

function deadline(view: ContractView, what: NextView['what']): NextView | undefined {
  return view.next.find((one) => one.what === what);
}

/** "until Friday, 4 December", or nothing when there is no such deadline. */
function until(at: string | undefined, scene: Scene): string {
  return at === undefined ? '' : ` until ${scene.when(at)}`;
}

function offerSentence(view: ContractView, scene: Scene): string {
  const offer = planned(view, scene);
  if (view.sent === undefined) {
    const yours = `${capital(whose(scene, 'client'))} offer of ${offer}`;
    return `${yours} goes to ${whom(scene, 'freelancer')} when its money is there.`;
  }
  const ends = deadline(view, 'offer_expires')?.at;
  if (view.counter?.status === 'open') return counterSentence(view.counter, ends, scene);
  const has = subject(scene, 'freelancer', 'has', 'have');
  return `${has}${until(ends, scene)} to answer ${whose(scene, 'client')} offer of ${offer}.`;
}

function counterSentence(counter: CounterView, ends: string | undefined, scene: Scene): string {
  const amounts = counter.terms.milestones.map((milestone) => milestone.amount);
  const terms = `other terms, ${amountOf(scene, summed(scene, amounts))}`;
  const decides = lower(subject(scene, 'client', 'has', 'have'));
  const answered = `${Who(scene, 'freelancer')} answered the offer with ${terms}`;
  return `${answered}; ${decides}${until(ends, scene)} to decide.`;
}

function activeSentence(view: ContractView, scene: Scene): string {
  const dispute = openDispute(view);
  if (dispute !== undefined) return disputeState(dispute, scene);
  return dormantSentence(view, scene) ?? waitingSentence(view, scene) ?? workSentence(view, scene);
}

/** What one side has proposed or asked and the other has not answered. */
function waitingSentence(view: ContractView, scene: Scene): string | null {
  const { cancel, change } = view;
  if (cancel?.status === 'open') {
    const answers = subject(scene, otherParty(cancel.by), 'has', 'have');
    const proposed = `as ${whom(scene, cancel.by)} proposed`;
    return `${answers}${until(cancel.answer_by, scene)} to agree to end together ${proposed}.`;
  }
  if (change?.status === 'open') {
    const answers = subject(scene, otherParty(change.by), 'has', 'have');
    const proposed = `the change that ${whom(scene, change.by)} proposed`;
    return `${answers}${until(change.answer_by, scene)} to answer ${proposed}.`;
  }
  return null;
}

type Entry = readonly [id: string, milestone: MilestoneView];

function firstWith(view: ContractView, status: MilestoneView['status']): Entry | undefined {
  return Object.entries(view.milestones).find(([, one]) => one.status === status);
}

function workSentence(view: ContractView, scene: Scene): string {
  const submitted = firstWith(view, 'submitted');
  if (submitted !== undefined) return reviewSentence(submitted, scene);
  const funded = firstWith(view, 'funded');
  if (funded !== undefined) return fundedSentence(view, funded, scene);
  const funding = firstWith(view, 'funding');
  if (funding !== undefined) {
    const [id, milestone] = funding;
    const payment = `${capital(whose(scene, 'client'))} payment of ${missing(milestone, scene)}`;
    return `${payment} for ${titleOf(scene, id)} is on its way.`;
  }
  const next = firstWith(view, 'planned');
  if (next === undefined) return `Every milestone is settled; ${paid(view, scene)} was paid.`;
  const [id, milestone] = next;
  const fund = `fund it with ${missing(milestone, scene)}`;
  return `${titleOf(scene, id)} waits for ${whom(scene, 'client')} to ${fund}.`;
}

/** What is not yet held of a milestone's amount, nor was paid out of it. */
function missing({ amount, escrow, released }: MilestoneView, scene: Scene): string {
  return amountOf(scene, less(scene, amount, [escrow, released]));
}

function reviewSentence([id, milestone]: Entry, scene: Scene): string {
  const ends = milestone.review_ends;
  const is = subject(scene, 'client', 'is', 'are');
  const has = scene.viewer === 'client' ? 'have' : 'has';
  const held = amountOf(scene, milestone.escrow);
  return `${is} reviewing ${titleOf(scene, id)}, ${held}, and ${has}${until(ends, scene)}.`;
}

function fundedSentence(view: ContractView, [id, milestone]: Entry, scene: Scene): string {
  const title = titleOf(scene, id);
  const held = amountOf(scene, milestone.escrow);
  const { waiting_for: waits, overdue_since: overdue, due } = milestone;
  if (waits !== undefined) return questionSentence(waits.party, waits.since, scene);
  const open = view.clarifications.find((one) => one.answered === undefined);
  if (open !== undefined) return questionSentence(otherParty(open.by), open.asked, scene);
  if (overdue !== undefined) {
    return `${title} has been overdue since ${scene.when(overdue)}; ${held} is held for it.`;
  }
  const works = subject(scene, 'freelancer', 'is', 'are');
  const by = due === null || isPast(due, scene) ? '' : `, due ${scene.when(due)}`;
  return `${works} working on ${title}${by}; ${held} is held for it.`;
}

function isPast(at: string, scene: Scene): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(at), Temporal.Instant.from(scene.now)) <= 0;
}

function questionSentence(party: Party, since: string, scene: Scene): string {
  const owes = subject(scene, party, 'has owed', 'have owed');
  return `${owes} ${whom(scene, otherParty(party))} an answer since ${scene.when(since)}.`;
}

function paid(view: ContractView, scene: Scene): string {
  return amountOf(scene, view.money.paid);
}

function endedSentence(view: ContractView, scene: Scene): string {
  const dispute = openDispute(view);
  if (dispute !== undefined) {
    return `The contract has ended. ${disputeState(dispute, scene)}`;
  }
  const request = view.escrow_refund;
  if (request?.status === 'open') {
    const answers = subject(scene, 'freelancer', 'has', 'have');
    const amount = amountOf(scene, request.amount ?? '0');
    const asked = `${whose(scene, 'client')} request for ${amount} back`;
    const ends = until(request.answer_by, scene);
    return `The contract has ended; ${lower(answers)}${ends} to answer ${asked}.`;
  }
  const submitted = firstWith(view, 'submitted');
  if (submitted !== undefined) {
    return `The contract has ended, and ${lower(reviewSentence(submitted, scene))}`;
  }
  const at = view.outcome === undefined ? '' : ` on ${scene.when(view.outcome.at)}`;
  const ended = `The contract ended${at}; ${paidInAll(view, scene)}.`;
  return `${ended}${reopenSentence(view, scene)}${feedbackDue(view, scene)}`;
}

function paidInAll(view: ContractView, scene: Scene): string {
  const { paid: gross, refunded } = view.money;
  if (isZeroAmount(gross)) return 'nothing was paid';
  if (gross === refunded) return `${paid(view, scene)} was paid, and all of it given back`;
  const back = isZeroAmount(refunded) ? '' : ` and ${amountOf(scene, refunded)} given back`;
  return `${paid(view, scene)} was paid${back}`;
}

function lower(sentence: string): string {
  return sentence.replace(/^You /, 'you ');
}

/** What is left to do after the end, for a party that has not done it. */
function feedbackDue(view: ContractView, scene: Scene): string {
  const { viewer } = scene;
  const { feedback } = view;
  if (viewer !== 'client' && viewer !== 'freelancer') return '';
  if (feedback[viewer] !== 'none' || feedback.closes === undefined) return '';
  return ` You can give feedback until ${scene.when(feedback.closes)}.`;
}
