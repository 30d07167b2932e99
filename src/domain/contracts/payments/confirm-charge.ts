// The payment provider took the money. It goes where the charge was for; if that reason is gone
// (the time ran out, the contract ended, the amount changed), it is the client's available balance.
import type { CommandFile, Decision } from '../../decision.ts';
import { add } from '../../money/money.ts';
import { reject } from '../../rejections.ts';
import { type Charge, type Contract, chargeFor } from '../contract.ts';
import type { ContractEvent } from '../events.ts';

/** An offer or contract that still waits for just this charge. */
function stillWanted(c: Contract, charge: Charge): boolean {
  const open = c.status === 'active' || c.status === 'offered' || c.status === 'unsent';
  return open && chargeFor(c, charge.milestone)?.id === charge.id;
}

function confirmed(c: Contract, charge: Charge): Decision {
  if (!stillWanted(c, charge)) {
    const amount = add(charge.amount, charge.clientFee);
    return [{ type: 'charge_credited', charge: charge.id, amount }];
  }
  const { milestone, amount, clientFee } = charge;
  const funded: ContractEvent = {
    type: 'milestone_funded',
    charge: charge.id,
    milestone,
    amount,
    client_fee: clientFee,
  };
  if (c.status !== 'unsent') return [funded];
  const { client, freelancer, terms } = c;
  return [funded, { type: 'offer_sent', client, freelancer, terms }];
}

export const confirmCharge: CommandFile<'confirm_charge'> = {
  who: ['payments'],
  guard: () => null,
  decide: (c, command) => {
    const charge = c.charges.find((one) => one.id === command.charge);
    if (charge === undefined) return reject('not_found', {}, 'charge');
    // Confirmed already: a provider says things twice, and the second time changes nothing.
    return charge.status === 'confirmed' ? [] : confirmed(c, charge);
  },
};
