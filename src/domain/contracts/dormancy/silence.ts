// What the steps of dormancy lead to when nobody acts. All that is held goes to one side: to the
// client after the steps that begin by themselves, to the freelancer after the step that a request
// for release has begun. Then the clock ends the contract, for no reason and at nobody's cost.
import { present } from '../../assert.ts';
import { type Contract, withEscrow } from '../contract.ts';
import { paidInOrder } from '../ending/paid-in-order.ts';
import { allEscrow, returnEscrow } from '../ending/return-escrow.ts';
import type { ContractEvent } from '../events.ts';
import { nextBegins, stepOf } from './quiet.ts';

const byTheClock: ContractEvent = { type: 'contract_ended', by: 'clock', reason: null };

/** The end of one step: the next one, or the money and the end of the contract. */
export function stepEnds(c: Contract): readonly ContractEvent[] {
  const { number, step } = present(stepOf(c), 'the step of dormancy');
  if (step.onSilence === 'release') {
    // The end comes last, as when two end together: until then this is a payment like any other.
    return [...paidInOrder(c, withEscrow(c), c.money.escrow).releases, byTheClock];
  }
  if (nextBegins(c)) return [{ type: 'dormancy_step_passed', step: number }];
  return [...returnEscrow(c, allEscrow(c)), byTheClock];
}
