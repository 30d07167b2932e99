// Either side says that it is still there: the contract is dormant no more, and silence is counted
// anew. That every act of a side does the same is said in folds.ts; this one does nothing else.
import type { CommandFile } from '../../decision.ts';
import { firstOf, type Rejection, reject } from '../../rejections.ts';
import type { Contract } from '../contract.ts';
import { isActive } from '../guards.ts';
import { goesDormantAt } from './quiet.ts';

/** A contract that is dormant now. If it is not: when it would be. */
export function isDormant(c: Contract): Rejection | null {
  if (c.dormancy !== null) return null;
  const dormant = goesDormantAt(c);
  return reject('contract_not_dormant', dormant === null ? {} : { dormant });
}

export const keepOpen: CommandFile<'keep_open'> = {
  who: ['client', 'freelancer'],
  guard: (c) => firstOf(isActive(c), isDormant(c)),
  decide: () => [{ type: 'contract_kept_open' }],
};
