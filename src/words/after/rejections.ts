// Why something beside the work is refused: reopening, dormancy, feedback once it is given. The
// other part of rejections.ts.
import type { RejectionCode } from '../../domain/rejections.ts';

export const afterTitles = {
  reopening_not_allowed: 'The contract cannot be opened again',
  contract_not_dormant: 'The contract is not dormant',
  feedback_not_revealed: 'The feedback cannot be read yet',
  response_already_given: 'The response is given already',
  change_not_allowed: 'The other side has not allowed a change',
  change_already_used: 'The change was allowed already',
} as const satisfies Readonly<Partial<Record<RejectionCode, string>>>;

type Facts = Readonly<Record<string, string | number>>;
type When = (fact: string) => string | null;

/** The refusal in one sentence, with what it knows; null for codes that are not of here. */
export function afterRefusal(code: RejectionCode, facts: Facts, when: When): string | null {
  switch (code) {
    case 'reopening_not_allowed':
      return notReopened(`${facts.because ?? ''}`, when);
    case 'contract_not_dormant':
      return notDormant(`${facts.because ?? ''}`, when);
    case 'feedback_not_revealed':
      return sealedUntil(when('closes'));
    case 'response_already_given':
      return 'Feedback is answered once, and the answer stays as it is.';
    case 'change_not_allowed':
      return 'Feedback is changed only when the other side allows it.';
    case 'change_already_used':
      return `It was allowed on ${when('allowed') ?? 'an earlier day'}, and once is the rule.`;
    default:
      return null;
  }
}

function sealedUntil(closes: string | null): string {
  if (closes === null) return 'There is no feedback to read.';
  return `It is sealed until both have given theirs, or until ${closes}.`;
}

function notDormant(because: string, when: When): string {
  if (because === 'step') return 'This step of dormancy is the client’s, not the freelancer’s.';
  if (because === 'policy') return 'Under these rules the money goes back when nobody acts.';
  const at = when('dormant');
  return at === null ? 'Something is on its way.' : `It would go dormant on ${at}.`;
}

function notReopened(because: string, when: When): string {
  switch (because) {
    case 'policy':
      return 'Under these rules a contract that has ended stays ended.';
    case 'revealed':
      return 'The feedback was revealed, and cannot be sealed again.';
    case 'closed':
      return `That was possible until feedback closed on ${when('at') ?? 'an earlier day'}.`;
    case 'request':
      return 'A request for money is open. When it is settled, it is possible again.';
    case 'escrow_refund':
      return 'The request for the money back is open. When it is settled, it is possible again.';
    default:
      return 'A dispute is open. When it has ended, it is possible again.';
  }
}
