// Either party ends the contract, alone and at any time, with feedback. What happens to money
// that is held depends on who ends: the freelancer gives it all back at once; the client says how
// much of it is paid now and asks for the rest back, while work under review keeps its clock.
import type { CommandFile, Decision } from '../../decision.ts';
import {
  compare,
  isPositive,
  isZero,
  least,
  type Money,
  subtract,
  total,
  zero,
} from '../../money/money.ts';
import { isRejection, type Rejection, reject } from '../../rejections.ts';
import type { CommandOf } from '../commands.ts';
import { type Contract, currencyOf, type Milestone, type RefundPart } from '../contract.ts';
import type { ContractEvent } from '../events.ts';
import { feedbackEvents, judgeFeedback } from '../feedback/give-feedback.ts';
import { amountOrNothing, isActive } from '../guards.ts';
import { releaseOf } from '../milestones/release-payment.ts';
import { grownRefund } from './escrow-refund.ts';
import { allEscrow, returnEscrow } from './return-escrow.ts';

type End = CommandOf<'end_contract'>;

/** Escrow that a client's ending is about: all but that of work under review. */
function unanswered(c: Contract): readonly Milestone[] {
  return c.milestones.filter((m) => isPositive(m.escrow) && m.status !== 'submitted');
}

function releaseAsked(c: Contract, command: End): Money | Rejection {
  const currency = currencyOf(c);
  const amount = amountOrNothing(command.release ?? '0', currency, 'release');
  if (isRejection(amount)) return amount;
  const escrow = total(
    unanswered(c).map((m) => m.escrow),
    currency,
  );
  if (compare(amount, escrow) > 0) return reject('amount_exceeds_escrow', { escrow }, 'release');
  return amount;
}

/** Pays the amount out of the milestones in the order of the plan; the rest is asked back. */
export function paidInOrder(c: Contract, milestones: readonly Milestone[], amount: Money) {
  let left = amount;
  const ended: Contract = { ...c, status: 'ended' };
  const releases: ContractEvent[] = [];
  const rest: RefundPart[] = [];
  for (const m of milestones) {
    const part = least(left, m.escrow);
    left = subtract(left, part);
    if (isPositive(part)) releases.push(releaseOf(ended, m, part));
    const remains = subtract(m.escrow, part);
    if (!isZero(remains)) rest.push({ milestone: m.id, amount: remains });
  }
  return { releases, rest };
}

function byClient(c: Contract, command: End): Decision {
  const amount = releaseAsked(c, command);
  if (isRejection(amount)) return amount;
  const { releases, rest } = paidInOrder(c, unanswered(c), amount);
  const ended: ContractEvent = { type: 'contract_ended', by: 'client', reason: command.reason };
  return [ended, ...releases, ...grownRefund(c, rest)];
}

function byFreelancer(c: Contract, command: End): Decision {
  if (command.release !== undefined && !isNothing(c, command.release)) {
    return reject('not_your_decision', {}, 'release');
  }
  const ended: ContractEvent = { type: 'contract_ended', by: 'freelancer', reason: command.reason };
  return [ended, ...returnEscrow(c, allEscrow(c))];
}

function isNothing(c: Contract, text: string): boolean {
  const amount = amountOrNothing(text, currencyOf(c), 'release');
  return !isRejection(amount) && compare(amount, zero(currencyOf(c))) === 0;
}

export const endContract: CommandFile<'end_contract'> = {
  who: ['client', 'freelancer'],
  guard: (c) => isActive(c),
  decide: (c, command) => {
    const feedback = judgeFeedback(command.feedback);
    if (isRejection(feedback)) return feedback;
    const ends = command.by.as === 'client' ? byClient(c, command) : byFreelancer(c, command);
    if (isRejection(ends)) return ends;
    return [...ends, ...feedbackEvents(c, command.by.as, feedback)];
  },
};
