// How a command is decided: a guard that looks at who acts and at the state, and a decision that
// judges the fields and answers with events. The guard alone tells which buttons exist.
import type { CommandName, CommandOf } from './contracts/commands.ts';
import type { Contract, Milestone } from './contracts/contract.ts';
import type { ContractEvent } from './contracts/events.ts';
import type { Given } from './given.ts';
import type { Actor, Role } from './people.ts';
import type { Rejection } from './rejections.ts';

export type Decision = readonly ContractEvent[] | Rejection;

/** What a guard may look at: never a field of the command, except which milestone it is about. */
export type Asked = { readonly by: Actor; readonly now: Given['now'] };

export type CommandFile<N extends CommandName> = {
  /** Who may give this command at all. Everybody else gets `not_your_decision`. */
  readonly who: readonly Role[];
  /** Refuses by state alone, in the order of the list of rejections. */
  readonly guard: (contract: Contract, asked: Asked) => Rejection | null;
  /** For commands about one milestone: refuses by its state, after `guard`. */
  readonly guardMilestone?: (
    contract: Contract,
    milestone: Milestone,
    asked: Asked,
  ) => Rejection | null;
  /** Refuses by the fields, where such a code comes before one of the guard's. */
  readonly judge?: (command: CommandOf<N>, contract: Contract) => Rejection | null;
  /** Called only when the guards have let the command through. */
  readonly decide: (contract: Contract, command: CommandOf<N>, given: Given) => Decision;
};
