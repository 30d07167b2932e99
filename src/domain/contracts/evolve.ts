// Event → next state. It judges nothing and computes no fee: events carry results. Folding all
// events of a contract from nothing must give exactly the state that is stored beside them.
import { assert, never, present } from '../assert.ts';
import * as changes from './changes/folds.ts';
import * as clarifications from './clarifications/folds.ts';
import { type Contract, plannedMilestone } from './contract.ts';
import * as ending from './ending/folds.ts';
import type { ContractEvent, Happened } from './events.ts';
import * as forming from './forming/folds.ts';
import * as milestones from './milestones/folds.ts';

type H = Happened<ContractEvent>;

/** The state after one more event. `before` is null only for the event that begins a contract. */
export function evolve(before: Contract | null, happened: H, id: string): Contract {
  const { seq, at, event } = happened;
  if (event.type === 'offer_drafted' || (event.type === 'offer_sent' && before === null)) {
    assert(before === null && seq === 1, 'a contract begins once');
    return forming.begun(id, event, at);
  }
  const contract = present(before, 'the contract');
  assert(seq === contract.version + 1, `event ${seq} follows ${contract.version}`);
  return { ...folded(contract, happened), version: seq, latestAt: at };
}

function folded(c: Contract, { at, event }: H): Contract {
  switch (event.type) {
    case 'offer_drafted':
      return c;
    case 'offer_sent':
      return forming.sent(c, at);
    case 'offer_revised':
      return forming.revised(c, event, at);
    case 'offer_withdrawn':
      return forming.over(c, 'withdrawn');
    case 'offer_declined':
      return forming.over(c, 'declined');
    case 'offer_expired':
      return forming.over(c, 'expired');
    case 'offer_accepted':
      return forming.accepted(c, c.terms, at);
    case 'offer_countered':
      return forming.countered(c, event, at);
    case 'counter_withdrawn':
      return forming.counterAnswered(c, 'withdrawn');
    case 'counter_declined':
      return forming.counterAnswered(c, 'declined');
    case 'counter_accepted':
      return forming.counterAccepted(c, at);
    case 'change_proposed':
      return changes.changeProposed(c, event, at);
    case 'change_accepted':
      return changes.changeAccepted(c, event);
    case 'change_declined':
      return changes.changeAnswered(c, 'declined');
    case 'change_withdrawn':
      return changes.changeAnswered(c, 'withdrawn');
    case 'change_lapsed':
      return changes.changeAnswered(c, 'lapsed');
    case 'clarification_asked':
      return clarifications.clarificationAsked(c, event, at);
    case 'clarification_answered':
      return clarifications.clarificationAnswered(c, event, at);
    default:
      return foldedWork(c, { at, event });
  }
}

type Rest = Exclude<
  ContractEvent,
  { type: `offer_${string}` | `counter_${string}` | `change_${string}` | `clarification_${string}` }
>;

function foldedWork(c: Contract, { at, event }: { at: H['at']; event: Rest }): Contract {
  switch (event.type) {
    case 'milestone_added':
      return { ...c, milestones: [...c.milestones, plannedMilestone(event.milestone, false)] };
    case 'milestone_edited':
      return milestones.edited(c, event);
    case 'milestone_removed':
      return { ...c, milestones: c.milestones.filter((m) => m.id !== event.milestone) };
    case 'charge_requested':
      return milestones.chargeRequested(c, event, at);
    case 'charge_failed':
      return milestones.chargeOver(c, event.charge, 'failed');
    case 'charge_timed_out':
      return milestones.chargeOver(c, event.charge, 'timed_out');
    case 'charge_credited':
      return milestones.chargeOver(c, event.charge, 'confirmed');
    case 'milestone_funded':
      return milestones.funded(c, event);
    case 'work_submitted':
      return milestones.submitted(c, event, at);
    case 'submission_withdrawn':
      return milestones.submissionWithdrawn(c, event, at);
    case 'changes_requested':
      return milestones.changesRequested(c, event);
    case 'due_passed':
      return milestones.duePassed(c, event, at);
    case 'payment_released':
      return milestones.released(c, event, at);
    case 'earnings_cleared':
      return { ...c, earnings: c.earnings.filter((earning) => earning.id !== event.earning) };
    default:
      return foldedEnding(c, { at, event });
  }
}

type Ending = Extract<
  ContractEvent,
  { type: `escrow_${string}` | `cancel_${string}` | `contract_${string}` | `feedback_${string}` }
>;

function foldedEnding(c: Contract, { at, event }: { at: H['at']; event: Ending }): Contract {
  switch (event.type) {
    case 'escrow_returned':
      return ending.escrowReturned(c, event);
    case 'escrow_refund_requested':
      return ending.refundRequested(c, event, at);
    case 'escrow_refund_lowered':
      return ending.refundLowered(c, event);
    case 'escrow_refund_approved':
      return ending.refundAnswered(c, 'approved');
    case 'escrow_refund_lapsed':
      return ending.refundAnswered(c, 'lapsed');
    case 'escrow_refund_withdrawn':
      return ending.refundAnswered(c, 'withdrawn');
    case 'cancel_proposed':
      return ending.cancelProposed(c, event, at);
    case 'cancel_accepted':
      return ending.cancelAnswered(c, 'approved');
    case 'cancel_declined':
      return ending.cancelAnswered(c, 'declined');
    case 'cancel_withdrawn':
      return ending.cancelAnswered(c, 'withdrawn');
    case 'cancel_lapsed':
      return ending.cancelAnswered(c, 'lapsed');
    case 'contract_ended':
      return ending.ended(c, event, at);
    case 'feedback_given':
      return ending.feedbackGiven(c, event, at);
    case 'feedback_revealed':
      return { ...c, feedback: { ...c.feedback, revealedAt: at } };
    case 'feedback_closed':
      return { ...c, feedback: { ...c.feedback, closedAt: at } };
    default:
      return never(event);
  }
}
