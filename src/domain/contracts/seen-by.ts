// The only form in which a contract leaves the core for a face. It answers to who looks: sealed
// feedback has no place in what others see, and an offer whose money is still awaited does not
// exist for anybody but its client. It says what is so; sentences are made of it elsewhere.
import type { Foreseen } from '../forecast.ts';
import { type Money, toDecimal, zero } from '../money/money.ts';
import { otherParty, type PersonId } from '../people.ts';
import {
  type Contract,
  currencyOf,
  isSettled,
  type Milestone,
  openQuestion,
  requestedBack,
} from './contract.ts';
import { type DeadlineKind, deadlinesOf } from './deadlines.ts';
import { isHidden } from './decide.ts';
import { chargesSeen, requestsSeen } from './seen/beside.ts';
import { disputesSeen } from './seen/disputes.ts';
import { feedbackSeenBy, type Texts, type Viewer } from './seen/feedback.ts';
import { fullTermsSeen, maybe, patchSeen, policySeen, termsSeen, textOf } from './seen/parts.ts';
import { dormancySeen, linksSeen } from './seen/quiet.ts';
import type { ContractView, MilestoneView, MoneyView, NextView } from './seen/view.ts';

/**
 * What a viewer sees of a contract; null when it is not theirs to know that it exists. A mediator
 * is a certain person: without one they see nothing.
 */
export function seenBy(
  viewer: Viewer,
  c: Contract,
  texts: Texts,
  forecast: readonly Foreseen[],
  person: PersonId | null = null,
): ContractView | null {
  if (isHidden(c, viewer, person)) return null;
  return {
    id: c.id,
    client: c.client,
    freelancer: c.freelancer,
    status: c.status === 'unsent' ? 'offered' : c.status,
    ...maybe('sent', c.sentAt?.toString()),
    ...maybe('accepted', c.acceptedAt?.toString()),
    latest: `${c.latestAt}`,
    ...maybe('outcome', c.outcome === null ? null : { ...c.outcome, at: `${c.outcome.at}` }),
    terms: termsSeen(c.terms, texts),
    policy: policySeen(c.terms.policy, currencyOf(c)),
    milestones: Object.fromEntries(c.milestones.map((m) => [m.id, milestoneSeen(c, m)])),
    money: moneySeen(c),
    ...proposalsSeen(c, texts),
    ...dormancySeen(c),
    ...linksSeen(c),
    clarifications: clarificationsSeen(c, texts),
    requests: requestsSeen(c, texts),
    ...disputesSeen({ viewer, person }, c, texts),
    charges: chargesSeen(viewer, c),
    feedback: feedbackSeenBy(viewer, c, texts),
    next: forecast.map(nextSeen),
  };
}

function milestoneSeen(c: Contract, m: Milestone): MilestoneView {
  return {
    title: m.title,
    status: m.status,
    amount: toDecimal(m.amount),
    escrow: toDecimal(m.escrow),
    held: toDecimal(m.held),
    released: toDecimal(m.released),
    returned: toDecimal(m.returned),
    moved: toDecimal(m.moved),
    due: m.due === null ? null : `${m.due}`,
    agreed: m.agreed,
    changes_requested: m.changesRequested,
    ...maybe('submitted', m.submittedAt?.toString()),
    ...maybe('review_ends', endOf(c, 'review_ends', m.id)),
    ...maybe('overdue_since', m.overdueSince?.toString()),
    ...maybe('waiting_for', waitingFor(c, m)),
  };
}

/** Whose answer is awaited while the due date has passed: then nobody is overdue. */
function waitingFor(c: Contract, m: Milestone) {
  const question = openQuestion(c);
  const passed = m.duePassed && m.overdueSince === null && m.status !== 'submitted';
  if (question === undefined || !passed || isSettled(m) || c.status !== 'active') return null;
  return { party: otherParty(question.by), since: `${question.askedAt}` };
}

function endOf(c: Contract, what: DeadlineKind, subject = ''): string | null {
  const found = deadlinesOf(c).find((one) => one.what === what && one.subject === subject);
  return found === undefined ? null : `${found.at}`;
}

/** The sums of a contract as texts. */
export function moneySeen(c: Contract): MoneyView {
  const none = toDecimal(zero(currencyOf(c)));
  const { money } = c;
  return {
    escrow: toDecimal(money.escrow),
    held: toDecimal(money.held),
    under_review: none,
    paid: toDecimal(money.paid),
    returned: toDecimal(money.returned),
    refunded: toDecimal(money.refunded),
    fees: toDecimal(money.fees),
    client_fees: toDecimal(money.clientFees),
  };
}

type Proposals = Pick<ContractView, 'escrow_refund' | 'cancel' | 'change' | 'counter' | 'reopen'>;

function proposalsSeen(c: Contract, texts: Texts): Proposals {
  const head = (p: { status: string; by: string; at: unknown }, what: DeadlineKind) => ({
    status: p.status,
    by: p.by,
    at: `${p.at}`,
    ...maybe('answer_by', p.status === 'open' ? endOf(c, what) : null),
  });
  const note = (p: { note: Parameters<typeof textOf>[0] }) => maybe('note', textOf(p.note, texts));
  const amount = (money: Money) => ({ amount: toDecimal(money) });
  const { escrowRefund, cancel, change, counter, reopen } = c;
  return {
    ...maybe(
      'escrow_refund',
      escrowRefund && {
        ...head(escrowRefund, 'escrow_refund_answer_ends'),
        ...amount(requestedBack(escrowRefund, currencyOf(c))),
      },
    ),
    ...maybe(
      'cancel',
      cancel && {
        ...head(cancel, 'cancel_answer_ends'),
        ...amount(cancel.toFreelancer),
        to_freelancer: toDecimal(cancel.toFreelancer),
        ...note(cancel),
      },
    ),
    ...maybe(
      'change',
      change && {
        ...head(change, 'change_answer_ends'),
        ...patchSeen(change.patch, texts),
        ...note(change),
      },
    ),
    ...maybe(
      'counter',
      counter && {
        ...head(counter, 'offer_expires'),
        terms: fullTermsSeen(counter.terms, texts),
        ...note(counter),
      },
    ),
    ...maybe('reopen', reopen && { ...head(reopen, 'reopen_answer_ends'), ...note(reopen) }),
  } as Proposals;
}

function clarificationsSeen(c: Contract, texts: Texts): ContractView['clarifications'] {
  return c.clarifications.map((one) => ({
    by: one.by,
    question: textOf(one.question, texts) ?? '',
    asked: `${one.askedAt}`,
    ...maybe('answer', textOf(one.answer, texts)),
    ...maybe('answered', one.answeredAt?.toString()),
  }));
}

/** A deadline with what it leads to, as faces are told. */
export function nextSeen({ deadline, step }: Foreseen): NextView {
  const overdue = step.events.some(({ event }) => event.type === 'due_passed' && event.overdue);
  return {
    what: deadline.what,
    at: `${deadline.at}`,
    ...maybe('subject', deadline.subject === '' ? null : deadline.subject),
    who_can_act: deadline.whoCanAct,
    effect: {
      events: step.events.map(({ event }) => event.type),
      postings: step.postings.map(({ from, to, amount }) => ({
        from: from.kind,
        to: to.kind,
        amount: toDecimal(amount),
      })),
      ...(overdue ? { overdue } : {}),
    },
  };
}
