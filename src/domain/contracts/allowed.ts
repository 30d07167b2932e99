// What somebody could do with a contract now, and for everything else why not and what instead.
// It asks the same guards that decide; a button that is grey here is refused there with the same
// code. Guards look at state alone: whether an amount is right is told when it is given.
import type { Instant } from '../calendar.ts';
import type { Actor, Party } from '../people.ts';
import {
  type Fact,
  type Rejection,
  type RejectionCode,
  reject,
  rejectionCodes,
} from '../rejections.ts';
import type { Contract } from './contract.ts';
import {
  type ContractCommandName,
  contractCommandNames,
  guarded,
  isAboutMilestone,
  isHidden,
} from './decide.ts';
import { helpsAgainst } from './instead.ts';

export type NotAllowed = {
  readonly not: RejectionCode;
  readonly facts: Readonly<Record<string, Fact>>;
  /** Commands that do help and are allowed now. */
  readonly instead?: readonly string[];
};

export type Can = Readonly<Partial<Record<ContractCommandName, true | NotAllowed>>>;

/**
 * Every command that a party could ever give, and whether this actor may now. A command about a
 * milestone is allowed when it is for at least one; else the refusal that got furthest is told.
 * A mediator has those on disputes; whoever else is no party has none here, and nobody has one on
 * what is hidden from them.
 */
export function canOf(c: Contract, by: Actor, now: Instant): Can {
  if (by.as === 'mediator') return canOfMediator(c, by, now);
  if ((by.as !== 'client' && by.as !== 'freelancer') || isHidden(c, by.as)) return {};
  const refusals = refusalsOf(c, by, now);
  const can: Partial<Record<ContractCommandName, true | NotAllowed>> = {};
  for (const [name, refused] of refusals) {
    can[name] = refused === null ? true : notAllowed(name, refused, by.as, refusals);
  }
  return can;
}

/** What a mediator may do about the disputes that are theirs, or could become so. */
function canOfMediator(c: Contract, by: Actor, now: Instant): Can {
  if (isHidden(c, by.as, by.person)) return {};
  const can: Partial<Record<ContractCommandName, true | NotAllowed>> = {};
  for (const name of contractCommandNames) {
    const refused = guarded(c, name, { by, now }, null);
    if (refused?.rejected === 'not_your_decision') continue;
    can[name] = refused === null ? true : { not: refused.rejected, facts: refused.facts };
  }
  return can;
}

/** The commands that help somebody whose command was refused, of those that are allowed now. */
export function insteadOf(
  c: Contract,
  rejection: Rejection,
  by: Actor,
  now: Instant,
  command = '',
): readonly string[] {
  if ((by.as !== 'client' && by.as !== 'freelancer') || isHidden(c, by.as)) return [];
  return helpful(command, rejection.rejected, by.as, refusalsOf(c, by, now));
}

type Refusals = ReadonlyMap<ContractCommandName, Rejection | null>;

function refusalsOf(c: Contract, by: Actor, now: Instant): Refusals {
  const names = contractCommandNames.filter((name) => isForParties(c, name, now));
  return new Map(names.map((name) => [name, refusalOf(c, name, by, now)]));
}

/** Commands of the clock and of the payment provider are no button for anybody. */
function isForParties(c: Contract, name: ContractCommandName, now: Instant): boolean {
  const parties: readonly Actor[] = [
    { as: 'client', person: c.client },
    { as: 'freelancer', person: c.freelancer },
  ];
  return parties.some(
    (by) => guarded(c, name, { by, now }, null)?.rejected !== 'not_your_decision',
  );
}

function refusalOf(
  c: Contract,
  name: ContractCommandName,
  by: Actor,
  now: Instant,
): Rejection | null {
  const asked = { by, now };
  const refused = guarded(c, name, asked, null);
  if (refused !== null || !isAboutMilestone(name)) return refused;
  let furthest: Rejection | null = null;
  for (const milestone of c.milestones) {
    const one = guarded(c, name, asked, milestone.id);
    if (one === null) return null;
    if (furthest === null || rank(one) > rank(furthest)) furthest = one;
  }
  return furthest ?? reject('milestone_not_found');
}

function rank(rejection: Rejection): number {
  return rejectionCodes.indexOf(rejection.rejected);
}

function notAllowed(name: string, refused: Rejection, as: Party, refusals: Refusals): NotAllowed {
  const instead = helpful(name, refused.rejected, as, refusals);
  const not = { not: refused.rejected, facts: refused.facts };
  return instead.length === 0 ? not : { ...not, instead };
}

/** Of what helps, only what is allowed. Commands on the wallet always are. */
function helpful(
  command: string,
  code: RejectionCode,
  as: Party,
  refusals: Refusals,
): readonly string[] {
  return helpsAgainst(command, code, as).filter((name) => {
    const refused = refusals.get(name as ContractCommandName);
    return name !== command && (refused === null || !contractCommandNames.includes(name as never));
  });
}
