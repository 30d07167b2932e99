// Either side of a contract that has ended proposes to open it again. Only where the policy knows
// it, only until feedback closes, and only while nothing that has been said or asked since would
// be undone by it: no feedback revealed, no request, refund request or dispute open.
import { isBefore } from '../../calendar.ts';
import type { Asked, CommandFile } from '../../decision.ts';
import { type Fact, firstOf, type Rejection, reject } from '../../rejections.ts';
import type { Contract } from '../contract.ts';
import { feedbackCloses } from '../deadlines.ts';
import { openDisputes } from '../disputes/dispute.ts';
import { hasEnded, otherHasNoneOpen, sideOf } from '../guards.ts';

function because(why: string, facts: Readonly<Record<string, Fact>> = {}): Rejection {
  return reject('reopening_not_allowed', { because: why, ...facts });
}

/** Whether an ended contract could be opened again now. The fact `because` says why it cannot. */
export function mayBeReopened(c: Contract, { now }: Asked): Rejection | null {
  if (c.terms.policy.reopen === 'never') return because('policy');
  if (c.feedback.revealedAt !== null) return because('revealed', { at: c.feedback.revealedAt });
  const closes = feedbackCloses(c);
  if (closes !== null && !isBefore(now, closes)) return because('closed', { at: closes });
  if (c.requests.some((request) => request.status === 'open')) return because('request');
  if (c.escrowRefund?.status === 'open') return because('escrow_refund');
  return openDisputes(c).length > 0 ? because('dispute') : null;
}

export const proposeReopen: CommandFile<'propose_reopen'> = {
  who: ['client', 'freelancer'],
  guard: (c, asked) =>
    firstOf(hasEnded(c), mayBeReopened(c, asked), otherHasNoneOpen(c.reopen, asked)),
  decide: (_, { by, note = null }) => [{ type: 'reopen_proposed', party: sideOf(by), note }],
};
