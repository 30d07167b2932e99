// What a command leads to. Who may give it is asked here, in the same way for all; its file's guard
// looks at the state, its decision at the fields. Which file that is, command-files.ts says.
import type { Asked, CommandFile, Decision } from '../decision.ts';
import type { Given } from '../given.ts';
import type { PersonId, Role } from '../people.ts';
import { foremost, type Rejection, reject } from '../rejections.ts';
import { type ContractCommandName, files } from './command-files.ts';
import type { CommandOf, ContractCommand } from './commands.ts';
import { type Contract, milestoneOf, partyOf } from './contract.ts';
import { isForMediator, mayMediate } from './disputes/mediation/the-mediator.ts';
import { isReported } from './feedback/flag-feedback.ts';
import { sendOffer } from './forming/send-offer.ts';

export { type ContractCommandName, contractCommandNames } from './command-files.ts';

/**
 * Whoever may not look finds nothing; whoever may look but is no party is told so. Operators see
 * everything; mediators and moderators only what is put before them.
 */
export function mayAct(c: Contract, asked: Asked, who: readonly Role[]): Rejection | null {
  const { as, person } = asked.by;
  const system = as === 'clock' || as === 'payments';
  if (system) return who.includes(as) ? null : reject('not_your_decision');
  if (as === 'operator') return reject('not_a_party');
  if (as === 'moderator') return moderatorMayAct(c, who);
  const party = partyOf(c, person);
  if (as === 'mediator' && party === null) {
    return mayMediate(c, person) ?? (who.includes(as) ? null : reject('not_your_decision'));
  }
  if (party === null || isHidden(c, party)) return reject('not_found');
  return party === as && who.includes(as) ? null : reject('not_your_decision');
}

/** A moderator sees what was reported, and has a say in that alone. */
function moderatorMayAct(c: Contract, who: readonly Role[]): Rejection | null {
  if (!isReported(c)) return reject('not_found');
  return who.includes('moderator') ? null : reject('not_a_party');
}

/**
 * An offer that was never sent, its money awaited or not, does not exist for the freelancer; and a
 * contract exists for a mediator only when one of its disputes is theirs, or could become so, and
 * for a moderator only when feedback on it was reported.
 */
export function isHidden(c: Contract, as: Role, person: PersonId | null = null): boolean {
  if (as === 'mediator') return !isForMediator(c, person);
  if (as === 'moderator') return !isReported(c);
  return as === 'freelancer' && c.sentAt === null;
}

/** The refusal of a command by who acts and by the state, looking at no field but the milestone. */
export function guarded<N extends ContractCommandName>(
  c: Contract,
  name: N,
  asked: Asked,
  milestone: string | null,
): Rejection | null {
  const file: CommandFile<N> = files[name];
  const refused = mayAct(c, asked, file.who) ?? file.guard(c, asked);
  if (refused !== null || milestone === null || file.guardMilestone === undefined) return refused;
  const found = milestoneOf(c, milestone);
  if (found === undefined) return reject('milestone_not_found', {}, 'milestone');
  return file.guardMilestone(c, found, asked);
}

/** Whether a command is about one milestone. */
export function isAboutMilestone(name: ContractCommandName): boolean {
  return files[name].guardMilestone !== undefined;
}

/** What a command leads to: its events, or why not. The contract is caught up already. */
export function decide(c: Contract | null, command: ContractCommand, given: Given): Decision {
  if (command.type === 'send_offer') return sendOffer(c, command, given);
  if (command.type === 'rehire') return rehired(c, command, given);
  if (c === null) return reject('not_found');
  return decided(c, command, given);
}

/** It begins a contract, and is judged by the one that it continues. */
function rehired(c: Contract | null, command: CommandOf<'rehire'>, given: Given): Decision {
  if (c !== null) return reject('offer_not_pending');
  return given.former === null ? reject('not_found') : decided(given.former, command, given);
}

function decided<N extends ContractCommandName>(
  c: Contract,
  command: CommandOf<N>,
  given: Given,
): Decision {
  const milestone = 'milestone' in command ? String(command.milestone) : null;
  const asked = { by: command.by, now: given.now };
  const file: CommandFile<N> = files[command.type as N];
  const refused = foremost([
    guarded(c, command.type as N, asked, milestone),
    file.judge?.(command, c) ?? null,
  ]);
  return refused ?? file.decide(c, command, given);
}
