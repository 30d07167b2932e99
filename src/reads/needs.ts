// What needs somebody, read off the contracts as they see them: each with the command that
// answers it, its deadline and what silence leads to. The soonest deadline comes first; what has
// none comes last.
import type { Can } from '../domain/contracts/allowed.ts';
import type { DeadlineKind } from '../domain/contracts/deadlines.ts';
import type { ContractView, DisputeView, NextView } from '../domain/contracts/seen/view.ts';
import type { Party } from '../domain/people.ts';

export type NeedKind =
  | 'answer_offer'
  | 'answer_counter'
  | 'answer_change'
  | 'answer_cancel'
  | 'answer_reopen'
  | 'keep_open'
  | DisputeNeed
  | 'answer_question'
  | 'answer_refund'
  | 'answer_payment_request'
  | 'answer_refund_request'
  | 'review_work'
  | 'give_feedback'
  | 'fund_milestone'
  | 'submit_work';

/** In a dispute: an answer to it, to a recommendation, to an offer; and a cost to pay. */
type DisputeNeed =
  | 'answer_dispute'
  | 'answer_recommendation'
  | 'answer_settlement'
  | 'pay_for_ruling';

export type Need = {
  readonly what: NeedKind;
  /** The command that does what is needed; others may too. */
  readonly command: string;
  /** The milestone or the request that it is about. */
  readonly subject?: string;
  /** When it is too late, and what silence then leads to; null where nothing happens by itself. */
  readonly next: NextView | null;
};

/** Work that is due within so many hours is something that waits for its freelancer. */
const workIsNearHours = 72;

/** What needs a party of a contract, the soonest first. */
export function needsOf(
  view: ContractView,
  party: Party,
  can: Can,
  now: Temporal.Instant,
): readonly Need[] {
  const needs =
    view.status === 'offered'
      ? offered(view, party)
      : [
          ...proposals(view, party),
          ...requests(view, party),
          ...work(view, party, can, now),
          ...silence(view, party),
          ...inDisputes(view, party),
          ...afterwards(view, party),
        ];
  return needs.sort((a, b) => byDeadline(a.next, b.next));
}

/** Negative when the first one comes sooner; whatever has no deadline comes last. */
export function byDeadline(a: NextView | null, b: NextView | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return Temporal.Instant.compare(Temporal.Instant.from(a.at), Temporal.Instant.from(b.at));
}

function deadline(view: ContractView, what: DeadlineKind, subject?: string): NextView | null {
  const found = view.next.find((next) => next.what === what && next.subject === subject);
  return found ?? null;
}

/** While a counter is open the client answers it; else the freelancer answers the offer. */
function offered(view: ContractView, party: Party): Need[] {
  if (view.sent === undefined) return [];
  const next = deadline(view, 'offer_expires');
  const countered = view.counter?.status === 'open';
  if (party === 'client') {
    return countered ? [{ what: 'answer_counter', command: 'accept_counter', next }] : [];
  }
  return countered ? [] : [{ what: 'answer_offer', command: 'accept_offer', next }];
}

function proposals(view: ContractView, party: Party): Need[] {
  const { change, cancel, clarifications } = view;
  const needs: Need[] = [];
  const waits = (one: { status: string; by: Party } | undefined) =>
    one?.status === 'open' && one.by !== party;
  if (waits(change)) {
    const next = deadline(view, 'change_answer_ends');
    needs.push({ what: 'answer_change', command: 'accept_change', next });
  }
  if (waits(cancel)) {
    const next = deadline(view, 'cancel_answer_ends');
    needs.push({ what: 'answer_cancel', command: 'accept_cancel', next });
  }
  if (clarifications.some((one) => one.answered === undefined && one.by !== party)) {
    needs.push({ what: 'answer_question', command: 'answer_clarification', next: null });
  }
  return needs;
}

/** What the other side asks for, once for each request. Nothing happens to them by silence. */
function requests(view: ContractView, party: Party): Need[] {
  const open = Object.entries(view.requests).filter(
    ([, { status, by }]) => status === 'open' && by !== party,
  );
  return open.map(([id, { kind }]) =>
    kind === 'payment'
      ? { what: 'answer_payment_request', command: 'pay_bonus', subject: id, next: null }
      : { what: 'answer_refund_request', command: 'give_refund', subject: id, next: null },
  );
}

function work(view: ContractView, party: Party, can: Can, now: Temporal.Instant): Need[] {
  const milestones = Object.entries(view.milestones);
  if (party === 'client') {
    const reviews = milestones
      .filter(([, milestone]) => milestone.status === 'submitted')
      .map(([id]): Need => {
        const next = deadline(view, 'review_ends', id);
        return { what: 'review_work', command: 'release_payment', subject: id, next };
      });
    const [planned] = milestones.find(([, { status }]) => status === 'planned') ?? [];
    const idle = milestones.every(([, { status }]) => !['funding', 'funded'].includes(status));
    if (planned === undefined || !idle || reviews.length > 0) return reviews;
    if (can.fund_milestone !== true) return reviews;
    return [{ what: 'fund_milestone', command: 'fund_milestone', subject: planned, next: null }];
  }
  if (can.submit_work !== true) return [];
  const near = now.add({ hours: workIsNearHours });
  return milestones
    .filter(([, { status, due, overdue_since, waiting_for }]) => {
      // While the other side owes an answer, no due date presses.
      if (waiting_for !== undefined) return false;
      const soon = due !== null && Temporal.Instant.compare(Temporal.Instant.from(due), near) <= 0;
      return status === 'funded' && (overdue_since !== undefined || soon);
    })
    .map(([id]): Need => {
      const next = deadline(view, 'due_passes', id);
      return { what: 'submit_work', command: 'submit_work', subject: id, next };
    });
}

/** Whose step of dormancy it is; the other side may act as well, but is not asked to. */
function silence(view: ContractView, party: Party): Need[] {
  if (view.dormancy?.who !== party) return [];
  const next = view.next.find(({ what }) => what === 'dormancy_step_ends') ?? null;
  return [{ what: 'keep_open', command: 'keep_open', next }];
}

/** What each open dispute wants of a party now; an offer is told where nothing else is wanted. */
function inDisputes(view: ContractView, party: Party): Need[] {
  return Object.entries(view.disputes).flatMap(([id, dispute]): Need[] => {
    if (dispute.outcome !== undefined) return [];
    const next = view.next.find(({ subject }) => subject === id) ?? null;
    const wanted = wantedOf(dispute, party);
    if (wanted !== null) return [{ ...wanted, subject: id, next }];
    const offered = dispute.offers[party === 'client' ? 'freelancer' : 'client'] !== undefined;
    if (!offered) return [];
    return [{ what: 'answer_settlement', command: 'accept_settlement', subject: id, next }];
  });
}

type Wanted = { readonly what: DisputeNeed; readonly command: string };

function wantedOf(dispute: DisputeView, party: Party): Wanted | null {
  const { status, recommendation, arbitration } = dispute;
  if (status === 'open' && dispute.opened_by !== party) {
    return { what: 'answer_dispute', command: 'answer_dispute' };
  }
  if (status === 'mediation' && recommendation?.accepted.includes(party) === false) {
    return { what: 'answer_recommendation', command: 'accept_recommendation' };
  }
  const unpaid = arbitration?.opt_in_until !== undefined && !arbitration.paid.includes(party);
  return unpaid ? { what: 'pay_for_ruling', command: 'pay_arbitration' } : null;
}

function afterwards(view: ContractView, party: Party): Need[] {
  const needs: Need[] = [];
  if (view.escrow_refund?.status === 'open' && party === 'freelancer') {
    const next = deadline(view, 'escrow_refund_answer_ends');
    needs.push({ what: 'answer_refund', command: 'approve_escrow_refund', next });
  }
  if (view.reopen?.status === 'open' && view.reopen.by !== party) {
    const next = deadline(view, 'reopen_answer_ends');
    needs.push({ what: 'answer_reopen', command: 'accept_reopen', next });
  }
  if (view.status === 'ended' && view.feedback[party] === 'none') {
    const next = deadline(view, 'feedback_closes');
    if (next !== null) needs.push({ what: 'give_feedback', command: 'give_feedback', next });
  }
  return needs;
}
