// Paying an amount out of the escrow of several milestones: in the order of the plan, each as far
// as it goes. What it leaves over stays named, milestone by milestone, to be asked or given back.
import { isPositive, least, type Money, subtract } from '../../money/money.ts';
import type { Contract, Milestone, RefundPart } from '../contract.ts';
import type { ContractEvent } from '../events.ts';
import { releaseOf } from '../milestones/release-payment.ts';

type PaidInOrder = {
  readonly releases: readonly ContractEvent[];
  readonly rest: readonly RefundPart[];
};

/** The releases, as on a contract that has ended: no rest moves on to a next milestone. */
export function paidInOrder(
  c: Contract,
  milestones: readonly Milestone[],
  amount: Money,
): PaidInOrder {
  const ended: Contract = { ...c, status: 'ended' };
  let left = amount;
  const releases: ContractEvent[] = [];
  const rest: RefundPart[] = [];
  for (const m of milestones) {
    const part = least(left, m.escrow);
    left = subtract(left, part);
    if (isPositive(part)) releases.push(releaseOf(ended, m, part));
    const remains = subtract(m.escrow, part);
    if (isPositive(remains)) rest.push({ milestone: m.id, amount: remains });
  }
  return { releases, rest };
}
