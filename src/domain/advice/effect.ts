// What follows from one command, as a value that can be shown and checked: the step that would be
// written, the contract after it and its forecast, and the deadlines that begin or end with it.
// The same functions as in earnest work it out; this file only compares before and after.
import type { Instant } from '../calendar.ts';
import { consequencesOf } from '../consequences.ts';
import type { ContractCommand } from '../contracts/commands.ts';
import type { Contract } from '../contracts/contract.ts';
import { type Deadline, deadlinesOf } from '../contracts/deadlines.ts';
import { type Foreseen, forecastOf } from '../forecast.ts';
import type { Given } from '../given.ts';
import { isRejection, type Rejection } from '../rejections.ts';
import type { ContractStep } from '../step.ts';

export type Effect = {
  /** When it would happen. */
  readonly at: Instant;
  readonly before: Contract;
  readonly step: ContractStep;
  readonly forecast: readonly Foreseen[];
  readonly begins: readonly Deadline[];
  readonly ends: readonly Deadline[];
};

export function keyOf({ what, subject, at }: Deadline): string {
  return `${what} ${subject} ${at}`;
}

function without(these: readonly Deadline[], those: readonly Deadline[]): readonly Deadline[] {
  const keys = new Set(those.map(keyOf));
  return these.filter((one) => !keys.has(keyOf(one)));
}

export function effectOf(before: Contract, step: ContractStep, at: Instant, given: Given): Effect {
  const then = deadlinesOf(step.state);
  const now = deadlinesOf(before);
  return {
    ...{ at, before, step },
    forecast: forecastOf(step.state, { ...given, now: at }),
    begins: without(then, now),
    ends: without(now, then),
  };
}

/** What the command would do now, or why it is refused. The contract is caught up already. */
export function effectOfCommand(
  c: Contract,
  command: ContractCommand,
  given: Given,
): Effect | Rejection {
  if (command.type === 'rehire') return effectOfRehire(c, command, given);
  const made = consequencesOf(c, command, given, c.id);
  if (isRejection(made)) return made;
  return effectOf(c, made.done, given.now, given);
}

/** A contract of its own begins; nothing happens to this one. */
function effectOfRehire(c: Contract, command: ContractCommand, given: Given): Effect | Rejection {
  const made = consequencesOf(null, command, { ...given, former: c }, `after ${c.id}`);
  if (isRejection(made)) return made;
  const { done } = made;
  const forecast = forecastOf(done.state, given);
  return {
    at: given.now,
    before: c,
    step: done,
    forecast,
    begins: deadlinesOf(done.state),
    ends: [],
  };
}
