// How a contract stands when nobody acts, or when one side wants it opened again: what the page
// opens with then. The other part of states.ts.
import type { ContractView } from '../../domain/contracts/seen/view.ts';
import { otherParty } from '../../domain/people.ts';
import { isZeroAmount } from '../money.ts';
import { amountOf, type Scene, subject, whom } from '../scene.ts';

/** What a dormant contract waits for, and until when. */
export function dormantSentence(view: ContractView, scene: Scene): string | null {
  const { dormancy, money } = view;
  if (dormancy === undefined) return null;
  const since = `The contract has been dormant since ${scene.when(dormancy.since)}.`;
  const has = `${subject(scene, dormancy.who, 'has', 'have')} until ${scene.when(dormancy.until)}`;
  if (isZeroAmount(money.escrow)) return `${since} ${has} to keep it open.`;
  const held = amountOf(scene, money.escrow);
  return dormancy.may_request_release
    ? `${since} ${has} to keep it open or to ask for the release of ${held}.`
    : `${since} ${has} to act; ${held} is held.`;
}

/** What follows the sentence of a contract that has ended, while reopening it is proposed. */
export function reopenSentence({ reopen }: ContractView, scene: Scene): string {
  if (reopen?.status !== 'open' || reopen.answer_by === undefined) return '';
  const has = subject(scene, otherParty(reopen.by), 'has', 'have');
  const proposed = `as ${whom(scene, reopen.by)} proposed`;
  return ` ${has} until ${scene.when(reopen.answer_by)} to agree to open it again, ${proposed}.`;
}
