// Command → file: the one place where a command finds what it does. Who may give it is asked
// here, in the same way for all; the file's guard looks at the state, its decision at the fields.
import type { Asked, CommandFile, Decision } from '../decision.ts';
import type { Given } from '../given.ts';
import { type Rejection, reject } from '../rejections.ts';
import type { CommandName, CommandOf, ContractCommand } from './commands.ts';
import { type Contract, milestoneOf, partyOf } from './contract.ts';
import { endContract } from './ending/end-contract.ts';
import { giveFeedback } from './feedback/give-feedback.ts';
import { acceptOffer } from './forming/accept-offer.ts';
import { sendOffer } from './forming/send-offer.ts';
import { fundMilestone } from './milestones/fund-milestone.ts';
import { releasePayment } from './milestones/release-payment.ts';
import { submitWork } from './milestones/submit-work.ts';
import { confirmCharge } from './payments/confirm-charge.ts';
import { failCharge } from './payments/fail-charge.ts';
import { approveEscrowRefund } from './refunds/approve-escrow-refund.ts';

type Beginning = 'send_offer';
type Files = { readonly [N in Exclude<CommandName, Beginning>]: CommandFile<N> };

const files = {
  accept_offer: acceptOffer,
  fund_milestone: fundMilestone,
  submit_work: submitWork,
  release_payment: releasePayment,
  end_contract: endContract,
  approve_escrow_refund: approveEscrowRefund,
  give_feedback: giveFeedback,
  confirm_charge: confirmCharge,
  fail_charge: failCharge,
} as unknown as Files;

export type ContractCommandName = keyof Files;
export const contractCommandNames = Object.keys(files) as readonly ContractCommandName[];

/** Whoever is neither a party nor allowed to look finds nothing. */
export function mayAct(c: Contract, asked: Asked, who: readonly string[]): Rejection | null {
  const { as, person } = asked.by;
  if (as === 'clock' || as === 'payments') return who.includes(as) ? null : notYours();
  const party = partyOf(c, person);
  if (as === 'client' || as === 'freelancer') {
    if (party !== as || isHidden(c, as)) return reject('not_found');
  } else if (!who.includes(as)) return reject('not_a_party');
  return who.includes(as) ? null : notYours();
}

/** An offer whose money is still awaited does not exist for the freelancer. */
export function isHidden(c: Contract, as: string): boolean {
  return c.status === 'unsent' && as !== 'client';
}

function notYours(): Rejection {
  return reject('not_your_decision');
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
  if (c === null) return reject('not_found');
  return decided(c, command, given);
}

function decided<N extends ContractCommandName>(
  c: Contract,
  command: CommandOf<N>,
  given: Given,
): Decision {
  const milestone = 'milestone' in command ? String(command.milestone) : null;
  const asked = { by: command.by, now: given.now };
  const refused = guarded(c, command.type as N, asked, milestone);
  return refused ?? files[command.type as N].decide(c, command, given);
}
