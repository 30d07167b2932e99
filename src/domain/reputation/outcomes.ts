// From a contract to what the success score looks at, for one side of it. Stars are asked for only
// where feedback has been revealed: of sealed feedback nobody here can even say that it exists.
import { assert, present } from '../assert.ts';
import type { Instant } from '../calendar.ts';
import { type Contract, currencyOf, type Dispute, netPaid } from '../contracts/contract.ts';
import { compare, isZero, type Money } from '../money/money.ts';
import { otherParty } from '../people.ts';
import type { Policy } from '../policy/policy.ts';
import type { FeedbackFact, OutcomeFacts, ScoredAs } from './history.ts';
import type { Scoring } from './judged.ts';

/** The stars of a review, by the id of its text; null when it has been erased. */
export type StarsOf = (text: string) => readonly number[] | null;

/** The text of the other side's review, once it is revealed; only these may be read. */
export function revealedReview(c: Contract, as: ScoredAs): string | null {
  if (c.feedback.revealedAt === null) return null;
  return c.feedback[otherParty(as)]?.sealed.text ?? null;
}

/** What has become of a contract that ended, or was reopened; null for one that never ended. */
export function outcomeOf(c: Contract, as: ScoredAs, starsOf: StarsOf): OutcomeFacts | null {
  if (c.acceptedAt === null) return null;
  const reopened = c.reopen?.status === 'approved';
  return c.outcome === null && !reopened ? null : factsOf(c, as, starsOf);
}

/** The same for any contract that was accepted: what a "what if" begins with. */
export function factsOf(c: Contract, as: ScoredAs, starsOf: StarsOf): OutcomeFacts {
  assert(c.feedback.revealedAt === null || c.outcome !== null, 'only an ended contract reveals');
  return {
    contract: c.id,
    counterpart: as === 'freelancer' ? c.client : c.freelancer,
    acceptedAt: present(c.acceptedAt, 'when it was accepted'),
    endedAt: c.outcome?.at ?? null,
    cancelled: c.outcome?.kind === 'cancelled',
    feedback: feedbackOf(c, as, starsOf),
    netPaid: netPaid(c),
    paidAt: c.payments.map(({ at }) => at),
    lostDisputeAt: lostDisputeAt(c, as),
  };
}

function feedbackOf(c: Contract, as: ScoredAs, starsOf: StarsOf): FeedbackFact {
  const at = c.feedback.revealedAt ?? c.feedback.closedAt;
  if (at === null) return { is: 'sealed' };
  const review = revealedReview(c, as);
  if (review === null) return { is: 'none', at };
  if (c.feedback.flagged[otherParty(as)] !== null) return { is: 'flagged', at };
  const stars = starsOf(review);
  return stars === null ? { is: 'none', at } : { is: 'given', at, stars };
}

/** When the first dispute was decided by somebody wholly for the other side. */
function lostDisputeAt(c: Contract, as: ScoredAs): Instant | null {
  const lost = c.disputes.find((dispute) => isLost(dispute, as));
  return lost?.end?.at ?? null;
}

/** Ruled, or recommended and accepted. Silence, agreement and unpaid rulings say nothing. */
function isLost({ end, amount }: Dispute, as: ScoredAs): boolean {
  if (end === null || (end.how !== 'ruling' && end.how !== 'recommendation')) return false;
  return as === 'freelancer' ? isZero(end.toFreelancer) : compare(end.toFreelancer, amount) === 0;
}

/**
 * The numbers of a policy. A currency that it does not offer goes by the policy that was frozen
 * into the contract.
 */
export function scoringOf(policy: Policy, contracts: readonly Contract[] = []): Scoring {
  const upTo: Record<string, readonly Money[]> = {};
  for (const c of contracts) {
    const currency = currencyOf(c);
    upTo[currency] ??= c.terms.policy.currencies[currency]?.scoreUpTo ?? [];
  }
  for (const [currency, row] of Object.entries(policy.currencies)) upTo[currency] = row.scoreUpTo;
  return { rules: policy.score, upTo };
}
