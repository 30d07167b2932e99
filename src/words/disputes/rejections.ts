// Why something about a dispute is refused. The part of rejections.ts that is about disputes.
import type { RejectionCode } from '../../domain/rejections.ts';

export const disputeTitles = {
  escrow_is_disputed: 'The money is disputed',
  changes_not_exhausted: 'A dispute is not possible yet',
  no_dispute: 'There is no dispute',
  dispute_is_open: 'A mediator is asked for already',
  wrong_dispute_stage: 'The dispute is at another stage',
  case_is_taken: 'The case is taken',
  mediation_window_has_closed: 'The time for mediation is over',
  mediator_cannot_rule: 'Somebody else rules',
  arbitration_already_paid: 'The ruling is paid for',
  evidence_is_closed: 'The dispute has ended',
} as const satisfies Readonly<Partial<Record<RejectionCode, string>>>;

type Facts = Readonly<Record<string, string | number>>;
type When = (fact: string) => string | null;

/** The refusal in one sentence, with what it knows; null for codes that are not of here. */
export function disputeRefusal(
  code: RejectionCode,
  facts: Facts,
  when: When,
  milestone: string,
): string | null {
  switch (code) {
    case 'escrow_is_disputed':
      return facts.milestone === undefined
        ? 'The money is disputed, and held until the dispute has ended.'
        : `What ${milestone} holds is disputed, and held until the dispute has ended.`;
    case 'changes_not_exhausted':
      return notExhausted(facts, milestone);
    case 'no_dispute':
      return 'No dispute is open here.';
    case 'dispute_is_open':
      return 'What was paid is before a mediator already.';
    case 'wrong_dispute_stage':
      return mediationText(`${facts.already ?? ''}`) ?? stageText(`${facts.status ?? ''}`);
    case 'case_is_taken':
      return 'A mediator has taken the case.';
    case 'mediation_window_has_closed':
      return windowClosed(when('closed'));
    case 'mediator_cannot_rule':
      return 'Who mediated does not rule: a ruling is for another mediator.';
    case 'arbitration_already_paid':
      return 'Your side of the ruling is paid for, or its charge is on its way.';
    case 'evidence_is_closed':
      return `The dispute ended on ${when('closed') ?? 'an earlier day'}; its evidence is closed.`;
    default:
      return null;
  }
}

function notExhausted({ most, requested }: Facts, milestone: string): string {
  if (most === undefined) {
    return 'Under these rules changes may be requested without end.';
  }
  const before = `A dispute opens after ${most} requests for changes`;
  return `${before}; for ${milestone} there were ${requested ?? 'fewer'}.`;
}

function windowClosed(closed: string | null): string {
  if (closed === null) return 'Nothing was paid yet that a mediator could look at.';
  return `What was paid could be brought before a mediator until ${closed}.`;
}

/** How far a mediation is, where that is the reason. */
function mediationText(already: string): string | null {
  switch (already) {
    case 'recommended':
      return 'A split is recommended already; now the two answer it.';
    case 'answered':
      return 'You have accepted the recommendation; the other side answers it now.';
    case 'none':
      return 'No mediator has recommended anything yet.';
    default:
      return null;
  }
}

function stageText(status: string): string {
  switch (status) {
    case 'open':
      return 'The other side has not answered the dispute yet.';
    case 'mediation':
      return 'The dispute is in mediation.';
    case 'arbitration':
      return 'The mediation has failed; what is open now is the ruling.';
    case 'settled':
      return 'The dispute is settled.';
    case 'withdrawn':
      return 'The dispute was withdrawn.';
    default:
      return 'The dispute is decided.';
  }
}
