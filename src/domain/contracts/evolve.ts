// Event → next state. It judges nothing and computes no fee: events carry results. Folding all
// events of a contract from nothing must give exactly the state that is stored beside them.

import { assert, present } from '../assert.ts';
import type { Instant } from '../calendar.ts';
import { besideFolds } from './beside/folds.ts';
import * as changes from './changes/folds.ts';
import * as clarifications from './clarifications/folds.ts';
import { type Contract, plannedMilestone } from './contract.ts';
import { disputeFolds } from './disputes/folds.ts';
import { awake, quietFolds } from './dormancy/folds.ts';
import * as ending from './ending/folds.ts';
import { reopenFolds } from './ending/reopen-folds.ts';
import type { ContractEvent, ContractEventType, Happened } from './events.ts';
import { feedbackFolds } from './feedback/folds.ts';
import type { FoldsOf } from './folds-of.ts';
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
  const fold = folds[event.type] as (c: Contract, event: ContractEvent, at: Instant) => Contract;
  const next = { ...fold(contract, event, at), version: seq, latestAt: at };
  return awake(next, happened.as, event, at);
}

/** One fold for every event; a room with many has its own table. */
const folds: FoldsOf<ContractEvent> = {
  ...disputeFolds,
  offer_drafted: (c) => c,
  offer_sent: (c, _, at) => forming.sent(c, at),
  offer_revised: (c, event, at) => forming.revised(c, event, at),
  offer_withdrawn: (c) => forming.over(c, 'withdrawn'),
  offer_declined: (c) => forming.over(c, 'declined'),
  offer_expired: (c) => forming.over(c, 'expired'),
  offer_accepted: (c, _, at) => forming.accepted(c, c.terms, at),
  offer_countered: (c, event, at) => forming.countered(c, event, at),
  counter_withdrawn: (c) => forming.counterAnswered(c, 'withdrawn'),
  counter_declined: (c) => forming.counterAnswered(c, 'declined'),
  counter_accepted: (c, _, at) => forming.counterAccepted(c, at),
  change_proposed: (c, event, at) => changes.changeProposed(c, event, at),
  change_accepted: (c, event) => changes.changeAccepted(c, event),
  change_declined: (c) => changes.changeAnswered(c, 'declined'),
  change_withdrawn: (c) => changes.changeAnswered(c, 'withdrawn'),
  change_lapsed: (c) => changes.changeAnswered(c, 'lapsed'),
  clarification_asked: (c, event, at) => clarifications.clarificationAsked(c, event, at),
  clarification_answered: (c, event, at) => clarifications.clarificationAnswered(c, event, at),
  milestone_added: (c, event) => ({
    ...c,
    milestones: [...c.milestones, plannedMilestone(event.milestone, false)],
  }),
  milestone_edited: (c, event) => milestones.edited(c, event),
  milestone_removed: (c, event) => ({
    ...c,
    milestones: c.milestones.filter((m) => m.id !== event.milestone),
  }),
  charge_requested: (c, event, at) => milestones.chargeRequested(c, event, at),
  charge_failed: (c, event) => milestones.chargeOver(c, event.charge, 'failed'),
  charge_timed_out: (c, event) => milestones.chargeOver(c, event.charge, 'timed_out'),
  charge_credited: (c, event) => milestones.chargeOver(c, event.charge, 'confirmed'),
  milestone_funded: (c, event) => milestones.funded(c, event),
  work_submitted: (c, event, at) => milestones.submitted(c, event, at),
  submission_withdrawn: (c, event, at) => milestones.submissionWithdrawn(c, event, at),
  changes_requested: (c, event) => milestones.changesRequested(c, event),
  due_passed: (c, event, at) => milestones.duePassed(c, event, at),
  payment_released: (c, event, at) => milestones.released(c, event, at),
  earnings_cleared: (c, event) => ({
    ...c,
    earnings: c.earnings.filter((earning) => earning.id !== event.earning),
  }),
  ...besideFolds,
  escrow_returned: (c, event) => ending.escrowReturned(c, event),
  escrow_refund_requested: (c, event, at) => ending.refundRequested(c, event, at),
  escrow_refund_lowered: (c, event) => ending.refundLowered(c, event),
  escrow_refund_approved: (c) => ending.refundAnswered(c, 'approved'),
  escrow_refund_disputed: (c) => ending.refundAnswered(c, 'disputed'),
  escrow_refund_lapsed: (c) => ending.refundAnswered(c, 'lapsed'),
  escrow_refund_withdrawn: (c) => ending.refundAnswered(c, 'withdrawn'),
  cancel_proposed: (c, event, at) => ending.cancelProposed(c, event, at),
  cancel_accepted: (c) => ending.cancelAnswered(c, 'approved'),
  cancel_declined: (c) => ending.cancelAnswered(c, 'declined'),
  cancel_withdrawn: (c) => ending.cancelAnswered(c, 'withdrawn'),
  cancel_lapsed: (c) => ending.cancelAnswered(c, 'lapsed'),
  contract_ended: (c, event, at) => ending.ended(c, event, at),
  ...quietFolds,
  ...reopenFolds,
  ...feedbackFolds,
};

export const eventTypes = Object.keys(folds) as readonly ContractEventType[];
