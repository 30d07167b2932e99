// The other side agrees: the contract is active again, as it was left. What was given up is
// planned again, escrow that went back stays with the client, and sealed feedback is discarded.
import type { Asked, CommandFile } from '../../decision.ts';
import { firstOf, type Rejection } from '../../rejections.ts';
import type { Contract } from '../contract.ts';
import { hasEnded, isAnswerable } from '../guards.ts';
import { mayBeReopened } from './propose-reopen.ts';

/** A proposal lapses just when reopening is over: then that it has lapsed is the better answer. */
function stillPossible(c: Contract, asked: Asked): Rejection | null {
  return c.reopen?.status === 'lapsed' ? null : mayBeReopened(c, asked);
}

export const acceptReopen: CommandFile<'accept_reopen'> = {
  who: ['client', 'freelancer'],
  guard: (c, asked) =>
    firstOf(hasEnded(c), stillPossible(c, asked), isAnswerable(c.reopen, 'no_proposal', asked)),
  decide: () => [{ type: 'contract_reopened' }],
};
