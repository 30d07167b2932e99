// How an example lives: people, the world around a contract, and one deed after the other through
// the same door as in earnest. What examples, tests and properties of the domain are made with;
// nothing that runs reads this.
import { assert } from '../assert.ts';
import type { Instant } from '../calendar.ts';
import { type Consequences, consequencesOf } from '../consequences.ts';
import type { Given } from '../given.ts';
import type { Posting } from '../ledger/postings.ts';
import { fromDecimal, zero } from '../money/money.ts';
import type { Actor, TextRef } from '../people.ts';
import { classic2016, standard } from '../policy/examples.ts';
import type { Policy } from '../policy/policy.ts';
import { isRejection, type Rejection } from '../rejections.ts';
import type { ContractCommand, Feedback } from './commands.ts';
import type { Contract } from './contract.ts';
import type { ContractEvent, Happened } from './events.ts';

export const ben: Actor = { as: 'client', person: 'psn_ben' };
export const ann: Actor = { as: 'freelancer', person: 'psn_ann' };
export const stranger: Actor = { as: 'client', person: 'psn_stranger' };
export const mia: Actor = { as: 'mediator', person: 'psn_mia' };
export const max: Actor = { as: 'mediator', person: 'psn_max' };
export const moderator: Actor = { as: 'moderator', person: 'psn_mod' };
export const operator: Actor = { as: 'operator', person: 'psn_operator' };

/** What is true around a contract: the policy of the house, and the client's means. */
export type World = {
  readonly policy: Policy;
  readonly available: string;
  readonly card: boolean;
  /** What the freelancer has available; 0 unless said. */
  readonly earned?: string;
};

export const usual: World = { policy: standard, available: '10000', card: false };
export const onCard: World = { policy: standard, available: '0', card: true };
export const penniless: World = { policy: standard, available: '0', card: false };
export const classic: World = { ...usual, policy: classic2016 };

export type Life = {
  readonly contract: Contract;
  readonly events: readonly Happened<ContractEvent>[];
  readonly postings: readonly Posting[];
  readonly world: World;
};

export function moment(text: string): Instant {
  return Temporal.Instant.from(text);
}

export function note(text: string): TextRef {
  return { text: `txt_${text}`, digest: `digest of ${text}` };
}

/** Five stars in everything, sealed. */
export const praise: Feedback = {
  stars: {
    skills: 5,
    quality: 5,
    availability: 5,
    deadlines: 5,
    communication: 5,
    cooperation: 5,
  },
  sealed: note('praise'),
};

export function givenAt(at: Instant, world: World): Given {
  const amount = (text: string) => (currency: string) =>
    fromDecimal(text, currency) ?? zero(currency);
  return {
    now: at,
    policy: world.policy,
    clientAvailable: amount(world.available),
    clientCanBeCharged: world.card,
    freelancerAvailable: amount(world.earned ?? '0'),
    freelancerCanBeCharged: false,
    former: null,
  };
}

export function tried(
  contract: Contract | null,
  at: string,
  command: ContractCommand,
  world: World = usual,
): Consequences | Rejection {
  const given = givenAt(moment(at), world);
  // A rehiring begins another contract, and only looks at this one.
  if (command.type === 'rehire') {
    return consequencesOf(null, command, { ...given, former: contract }, 'ctr_again');
  }
  return consequencesOf(contract, command, given, 'ctr_logo');
}

/** A life with one more deed in it, which must be possible. */
export function then(
  before: Life | null,
  at: string,
  command: ContractCommand,
  world: World = before?.world ?? usual,
): Life {
  const result = tried(before?.contract ?? null, at, command, world);
  if (isRejection(result)) assert(false, `${command.type} is refused: ${result.rejected}`);
  const { caughtUp, done } = result;
  return {
    contract: done.state,
    events: [...(before?.events ?? []), ...(caughtUp?.events ?? []), ...done.events],
    postings: [...(before?.postings ?? []), ...(caughtUp?.postings ?? []), ...done.postings],
    world,
  };
}
