// What happens by itself when a deadline comes: the events of silence. They are decided by the
// same functions as the clicks that would have prevented them, so that silence pays exactly what
// a click would have paid.
import { present } from '../assert.ts';
import { isPositive } from '../money/money.ts';
import type { Party } from '../people.ts';
import { type Contract, milestoneOf, openQuestion } from './contract.ts';
import type { Deadline, DeadlineKind } from './deadlines.ts';
import { disputeFires } from './disputes/deadlines.ts';
import { stepEnds } from './dormancy/silence.ts';
import { returnEscrow, returnOffer } from './ending/return-escrow.ts';
import type { ContractEvent } from './events.ts';
import { afterRelease, releaseOf } from './milestones/release-payment.ts';

type Fire = (c: Contract, subject: string) => readonly ContractEvent[];

/** What each deadline does. */
const fires: Readonly<Record<DeadlineKind, Fire>> = {
  charge_times_out: chargeTimesOut,
  offer_expires: (c) => [{ type: 'offer_expired' }, ...returnOffer(c)],
  change_answer_ends: () => [{ type: 'change_lapsed' }],
  cancel_answer_ends: () => [{ type: 'cancel_lapsed' }],
  reopen_answer_ends: () => [{ type: 'reopen_lapsed' }],
  review_ends: silencePays,
  escrow_refund_answer_ends: (c) => [
    { type: 'escrow_refund_lapsed' },
    ...returnEscrow(c, requested(c)),
  ],
  earnings_clear: earningsClear,
  ...disputeFires,
  feedback_closes: feedbackCloses,
  feedback_change_ends: (_, author) => [{ type: 'feedback_change_ended', author: author as Party }],
  due_passes: duePasses,
  contract_goes_dormant: () => [{ type: 'contract_went_dormant' }],
  dormancy_step_ends: stepEnds,
};

/** The events of a deadline that has come. They happen at its own moment, by the clock. */
export function fire(c: Contract, deadline: Deadline): readonly ContractEvent[] {
  return fires[deadline.what](c, deadline.subject);
}

/** What it was for is as before; an offer that waited for the money was never sent. */
function chargeTimesOut(c: Contract, charge: string): readonly ContractEvent[] {
  const out: ContractEvent = { type: 'charge_timed_out', charge };
  return c.status === 'unsent' ? [out, { type: 'offer_withdrawn' }] : [out];
}

function silencePays(c: Contract, id: string): readonly ContractEvent[] {
  const milestone = present(milestoneOf(c, id), 'the milestone under review');
  const release = releaseOf(c, milestone, milestone.escrow);
  return [release, ...afterRelease(c, release)];
}

function requested(c: Contract) {
  return present(c.escrowRefund, 'the open request').parts;
}

function earningsClear(c: Contract, id: string): readonly ContractEvent[] {
  const earning = present(
    c.earnings.find((one) => one.id === id),
    'the earning',
  );
  return [{ type: 'earnings_cleared', earning: id, amount: earning.net }];
}

function feedbackCloses(c: Contract): readonly ContractEvent[] {
  const sides: readonly Party[] = ['client', 'freelancer'];
  const parties = sides.filter((side) => c.feedback[side] !== null);
  const revealed: readonly ContractEvent[] =
    parties.length > 0 ? [{ type: 'feedback_revealed', parties }] : [];
  return [...revealed, { type: 'feedback_closed' }];
}

/** Overdue is only who could have delivered: a funded milestone with no question open. */
function duePasses(c: Contract, id: string): readonly ContractEvent[] {
  const milestone = present(milestoneOf(c, id), 'the milestone that is due');
  const delivers = milestone.status === 'funded' && !isPositive(milestone.held);
  const overdue = delivers && openQuestion(c) === undefined;
  return [{ type: 'due_passed', milestone: id, overdue }];
}
