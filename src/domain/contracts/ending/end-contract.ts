// Either party ends the contract, alone and at any time, with feedback. What happens to money
// that is held depends on who ends: the freelancer gives it all back at once; the client says how
// much of it is paid now and asks for the rest back, while work under review keeps its clock.
import type { CommandFile, Decision } from '../../decision.ts';
import { compare, isPositive, type Money, total } from '../../money/money.ts';
import { isRejection, type Rejection, reject } from '../../rejections.ts';
import type { CommandOf } from '../commands.ts';
import { type Contract, currencyOf, type Milestone } from '../contract.ts';
import type { ContractEvent } from '../events.ts';
import { feedbackEvents, judgeFeedback } from '../feedback/give-feedback.ts';
import { amountOrNothing, isActive, sideOf } from '../guards.ts';
import { grownRefund } from './escrow-refund.ts';
import { paidInOrder } from './paid-in-order.ts';
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

function byClient(c: Contract, command: End): Decision {
  const amount = releaseAsked(c, command);
  if (isRejection(amount)) return amount;
  const { releases, rest } = paidInOrder(c, unanswered(c), amount);
  const ended: ContractEvent = { type: 'contract_ended', by: 'client', reason: command.reason };
  return [ended, ...releases, ...grownRefund(c, rest)];
}

function byFreelancer(c: Contract, command: End): Decision {
  const ended: ContractEvent = { type: 'contract_ended', by: 'freelancer', reason: command.reason };
  return [ended, ...returnEscrow(c, allEscrow(c))];
}

/** Only the client has something to pay; that nothing is paid, either may say. */
function isNothing(release: string | undefined): boolean {
  return release === undefined || !/[1-9]/.test(release);
}

export const endContract: CommandFile<'end_contract'> = {
  who: ['client', 'freelancer'],
  guard: (c) => isActive(c),
  decide: (c, command) => {
    if (command.by.as === 'freelancer' && !isNothing(command.release)) {
      return reject('not_your_decision', {}, 'release');
    }
    const feedback = judgeFeedback(command.feedback, 'feedback.');
    if (isRejection(feedback)) return feedback;
    const ends = command.by.as === 'client' ? byClient(c, command) : byFreelancer(c, command);
    if (isRejection(ends)) return ends;
    return [...ends, ...feedbackEvents(c, sideOf(command.by), feedback)];
  },
};
