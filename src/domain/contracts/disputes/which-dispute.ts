// Which dispute a command is about, and whether it is far enough for it. A guard looks at no field:
// a command is possible when it is for at least one open dispute; else the refusal that got
// furthest is told. The command itself names one, which it must when several are open.
import { present } from '../../assert.ts';
import type { Asked, CommandFile, Decision } from '../../decision.ts';
import type { Given } from '../../given.ts';
import type { Role } from '../../people.ts';
import { firstOf, type Rejection, reject, rejectionCodes } from '../../rejections.ts';
import type { CommandOf } from '../commands.ts';
import type { Contract } from '../contract.ts';
import { isAccepted } from '../guards.ts';
import { type Dispute, type DisputeStatus, openDisputes } from './dispute.ts';

type Name =
  | 'answer_dispute'
  | 'submit_evidence'
  | 'offer_settlement'
  | 'accept_settlement'
  | 'take_case'
  | 'recommend_split'
  | 'accept_recommendation'
  | 'decline_recommendation'
  | 'pay_arbitration'
  | 'rule'
  | 'withdraw_dispute';

type Look = (c: Contract, dispute: Dispute, asked: Asked) => Rejection | null;
type Naming = { readonly dispute?: string };

type OnDispute<N extends Name> = {
  readonly who: readonly Role[];
  readonly look: Look;
  readonly decide: (c: Contract, dispute: Dispute, command: CommandOf<N>, given: Given) => Decision;
};

function rank(refused: Rejection | null): number {
  return refused === null ? -1 : rejectionCodes.indexOf(refused.rejected);
}

/** When nothing is open any more, the latest dispute tells why it is too late. */
function forSome(c: Contract, asked: Asked, look: Look): Rejection | null {
  const open = openDisputes(c);
  const looked = (open.length > 0 ? open : c.disputes.slice(-1)).map((one) => look(c, one, asked));
  if (looked.length === 0) return reject('no_dispute');
  if (looked.includes(null)) return null;
  return looked.reduce((a, b) => (rank(b) > rank(a) ? b : a));
}

function isNamed(c: Contract, { dispute }: Naming): Rejection | null {
  if (dispute === undefined) {
    return openDisputes(c).length > 1 ? reject('not_named', {}, 'dispute') : null;
  }
  const known = c.disputes.some((one) => one.id === dispute);
  return known ? null : reject('no_dispute', {}, 'dispute');
}

function meant(c: Contract, { dispute }: Naming): Dispute {
  const open = openDisputes(c)[0] ?? c.disputes.at(-1);
  const found = dispute === undefined ? open : c.disputes.find((one) => one.id === dispute);
  return present(found, 'the dispute that is meant');
}

/** A command on one dispute: `look` refuses by its state, `decide` judges the rest. */
export function onDispute<N extends Name>({ who, look, decide }: OnDispute<N>): CommandFile<N> {
  return {
    who,
    guard: (c, asked) => firstOf(isAccepted(c), forSome(c, asked, look)),
    judge: (command, c) => isNamed(c, command),
    decide: (c, command, given) => {
      const dispute = meant(c, command);
      const refused = look(c, dispute, { by: command.by, now: given.now });
      return refused ?? decide(c, dispute, command, given);
    },
  };
}

/** A dispute in one of these stages; without any named, in whichever before its end. */
export function isIn(dispute: Dispute, ...stages: readonly DisputeStatus[]): Rejection | null {
  const { status, id } = dispute;
  const right = stages.length === 0 ? dispute.end === null : stages.includes(status);
  return right ? null : reject('wrong_dispute_stage', { dispute: id, status });
}
