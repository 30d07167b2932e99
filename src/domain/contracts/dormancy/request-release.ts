// In their own step of dormancy the freelancer asks for what is held. That begins the client's
// last step, at whose end silence pays. A policy that has no such step knows no such request.
import type { CommandFile } from '../../decision.ts';
import { isPositive } from '../../money/money.ts';
import { firstOf, type Rejection, reject } from '../../rejections.ts';
import type { Contract } from '../contract.ts';
import { isActive } from '../guards.ts';
import { isDormant } from './keep-open.ts';
import { stepOf } from './quiet.ts';

/** Outside their step it is as if the contract were not dormant; the fact says why. */
function isTheirStep(c: Contract): Rejection | null {
  if (stepOf(c)?.step.mayRequestRelease === true) return null;
  const known = c.terms.policy.dormancy.steps.some((step) => step.mayRequestRelease);
  return reject('contract_not_dormant', { because: known ? 'step' : 'policy' });
}

function holdsMoney(c: Contract): Rejection | null {
  return isPositive(c.money.escrow) ? null : reject('milestone_not_funded');
}

export const requestRelease: CommandFile<'request_release'> = {
  who: ['freelancer'],
  // Nothing held comes first, as in the list of rejections.
  guard: (c) => firstOf(isActive(c), holdsMoney(c), isDormant(c), isTheirStep(c)),
  decide: () => [{ type: 'release_requested' }],
};
