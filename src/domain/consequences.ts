// Everything that follows from a command. The confirm page shows this value and the engine
// writes this value; there is no second calculation. First every deadline that has passed is
// applied as of its own moment, then the command is judged. Start reading here.
import { type Instant, later } from './calendar.ts';
import type { ContractCommand } from './contracts/commands.ts';
import type { Contract } from './contracts/contract.ts';
import { decide } from './contracts/decide.ts';
import type { Given } from './given.ts';
import { isRejection, type Rejection } from './rejections.ts';
import { type ContractStep, caughtUp, happen } from './step.ts';

export type Consequences = {
  /** What silence had done by now, whoever acts. Null when the contract begins here. */
  readonly caughtUp: ContractStep | null;
  /** What the command itself does: what a preview shows, and what its promise is about. */
  readonly done: ContractStep;
};

/** The moment at which a command happens: never before what has happened already. */
export function momentOf(contract: Contract | null, now: Instant): Instant {
  return contract === null ? now : later(now, contract.latestAt);
}

/** All that a command leads to for a contract, or why it is refused. Changes nothing. */
export function consequencesOf(
  contract: Contract | null,
  command: ContractCommand,
  given: Given,
  id: string,
): Consequences | Rejection {
  const now = momentOf(contract, given.now);
  const present = contract === null ? null : caughtUp(contract, now);
  const state = present?.state ?? null;
  const decision = decide(state, command, { ...given, now });
  if (isRejection(decision)) return decision;
  if (decision.length === 0 && present !== null) {
    return { caughtUp: present, done: { state: present.state, events: [], postings: [] } };
  }
  return { caughtUp: present, done: happen(state, decision, now, command.by, id) };
}
