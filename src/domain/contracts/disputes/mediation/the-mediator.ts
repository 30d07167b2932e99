// Who may handle a case. The first to act in mediation has it, and nobody else then; a ruling is
// for another mediator, again the first who acts once both sides have paid.
import type { Asked } from '../../../decision.ts';
import type { PersonId } from '../../../people.ts';
import { firstOf, type Rejection, reject } from '../../../rejections.ts';
import type { Contract } from '../../contract.ts';
import type { ContractEvent } from '../../events.ts';
import type { Dispute } from '../dispute.ts';
import { isIn } from '../which-dispute.ts';

/** A dispute that waits for a ruling: both sides have paid for it. */
export function awaitsRuling(dispute: Dispute): boolean {
  return dispute.status === 'arbitration' && dispute.rulingSince !== null;
}

/** Who has the case in its present stage: the mediator, or the one who rules. */
function handler(dispute: Dispute): PersonId | null {
  return awaitsRuling(dispute) ? dispute.arbiter : dispute.mediator;
}

export function isHandled(dispute: Dispute, { by }: Asked): Rejection | null {
  const has = handler(dispute);
  return has === null || has === by.person
    ? null
    : reject('case_is_taken', { dispute: dispute.id });
}

/** Who acts first takes the case by it. */
export function taking(dispute: Dispute, person: PersonId | null): readonly ContractEvent[] {
  if (handler(dispute) !== null || person === null) return [];
  return [{ type: 'case_taken', dispute: dispute.id, mediator: person }];
}

/** Open to a mediator: in mediation, or once a ruling has been paid for. */
export function isBeforeMediators(dispute: Dispute): Rejection | null {
  return awaitsRuling(dispute) ? null : isIn(dispute, 'mediation');
}

export function isAnother({ mediator, id }: Dispute, { by }: Asked): Rejection | null {
  const same = mediator !== null && mediator === by.person;
  return same ? reject('mediator_cannot_rule', { dispute: id }) : null;
}

/** Whether this person handles one of the contract's disputes, or has handled it. */
export function hasCase(dispute: Dispute, person: PersonId | null): boolean {
  return person !== null && (dispute.mediator === person || dispute.arbiter === person);
}

/** Whether a mediator could take it now. */
export function couldTake(dispute: Dispute, person: PersonId | null): boolean {
  const free = isBeforeMediators(dispute) === null && handler(dispute) === null;
  if (!free || person === null) return false;
  return !awaitsRuling(dispute) || dispute.mediator !== person;
}

/** Whether a mediator may know of this contract at all: whose case it is, or could become. */
export function isForMediator(c: Contract, person: PersonId | null): boolean {
  return c.disputes.some((one) => hasCase(one, person) || couldTake(one, person));
}

/** As far as a command goes: others are told that the case is taken, while it is in hand. */
export function mayMediate(c: Contract, person: PersonId | null): Rejection | null {
  const known = c.disputes.some((d) => hasCase(d, person) || isBeforeMediators(d) === null);
  return known ? null : reject('not_found');
}

/** For acting on a case: its stage first, then whose it is. */
export function isToTake(dispute: Dispute, asked: Asked): Rejection | null {
  return firstOf(isBeforeMediators(dispute), isHandled(dispute, asked));
}
