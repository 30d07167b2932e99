// The payment provider took the money. It goes where the charge was for; if that reason is gone
// (the time ran out, the contract ended, the amount changed, the request was taken back), it is
// the payer's available balance.
import type { Instant } from '../../calendar.ts';
import type { CommandFile, Decision } from '../../decision.ts';
import { add } from '../../money/money.ts';
import { reject } from '../../rejections.ts';
import { bonusIsPossible, bonusOf } from '../beside/bonus.ts';
import { isStillAsked } from '../beside/requests.ts';
import { type Charge, type Contract, chargeFor } from '../contract.ts';
import { costConfirmed } from '../disputes/arbitration/arbitration-charge.ts';
import type { ContractEvent } from '../events.ts';

/** What the money does; nothing when its reason is gone. */
function purposeOf(c: Contract, charge: Charge, now: Instant): readonly ContractEvent[] {
  if (charge.milestone !== null) return forMilestone(c, charge, charge.milestone);
  if (charge.bonus !== null) return forBonus(c, charge, charge.bonus, now);
  return costConfirmed(c, charge);
}

/** An offer or contract that still waits for just this charge. */
function forMilestone(c: Contract, charge: Charge, milestone: string): readonly ContractEvent[] {
  const open = c.status === 'active' || c.status === 'offered' || c.status === 'unsent';
  if (!open || chargeFor(c, milestone)?.id !== charge.id) return [];
  const { id, amount, clientFee: client_fee } = charge;
  const funded: ContractEvent = {
    type: 'milestone_funded',
    charge: id,
    milestone,
    amount,
    client_fee,
  };
  if (c.status !== 'unsent') return [funded];
  const { client, freelancer, terms } = c;
  return [funded, { type: 'offer_sent', client, freelancer, terms }];
}

/** A bonus is wanted as long as one can be paid, and what it answers is still asked. */
function forBonus(
  c: Contract,
  { id, status, amount }: Charge,
  bonus: NonNullable<Charge['bonus']>,
  now: Instant,
): readonly ContractEvent[] {
  const open = status === 'waiting' && bonusIsPossible(c, now) === null;
  if (!open || !isStillAsked(c, bonus.request)) return [];
  return [bonusOf(c, { amount, ...bonus }, id)];
}

function confirmed(c: Contract, charge: Charge, now: Instant): Decision {
  const purpose = purposeOf(c, charge, now);
  if (purpose.length > 0) return purpose;
  const amount = add(charge.amount, charge.clientFee);
  return [{ type: 'charge_credited', charge: charge.id, amount }];
}

export const confirmCharge: CommandFile<'confirm_charge'> = {
  who: ['payments'],
  guard: () => null,
  decide: (c, command, given) => {
    const charge = c.charges.find((one) => one.id === command.charge);
    if (charge === undefined) return reject('not_found', {}, 'charge');
    // Confirmed already: a provider says things twice, and the second time changes nothing.
    return charge.status === 'confirmed' ? [] : confirmed(c, charge, given.now);
  },
};
