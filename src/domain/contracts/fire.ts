// What happens by itself when a deadline comes: the events of silence. They are decided by the
// same functions as the clicks that would have prevented them, so that silence pays exactly what
// a click would have paid.
import { never, present } from '../assert.ts';
import type { Party } from '../people.ts';
import { type Contract, milestoneOf, openQuestion } from './contract.ts';
import type { Deadline } from './deadlines.ts';
import { returnEscrow, returnOffer } from './ending/return-escrow.ts';
import type { ContractEvent } from './events.ts';
import { afterRelease, releaseOf } from './milestones/release-payment.ts';

/** The events of a deadline that has come. They happen at its own moment, by the clock. */
export function fire(c: Contract, deadline: Deadline): readonly ContractEvent[] {
  switch (deadline.what) {
    case 'charge_times_out':
      return chargeTimesOut(c, deadline.subject);
    case 'offer_expires':
      return [{ type: 'offer_expired' }, ...returnOffer(c)];
    case 'change_answer_ends':
      return [{ type: 'change_lapsed' }];
    case 'cancel_answer_ends':
      return [{ type: 'cancel_lapsed' }];
    case 'review_ends':
      return silencePays(c, deadline.subject);
    case 'escrow_refund_answer_ends':
      return [{ type: 'escrow_refund_lapsed' }, ...returnEscrow(c, requested(c))];
    case 'earnings_clear':
      return earningsClear(c, deadline.subject);
    case 'feedback_closes':
      return feedbackCloses(c);
    case 'due_passes':
      return duePasses(c, deadline.subject);
    default:
      return never(deadline.what);
  }
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
  const overdue = milestone.status === 'funded' && openQuestion(c) === undefined;
  return [{ type: 'due_passed', milestone: id, overdue }];
}
