// Long silence: when a contract goes dormant, which step its dormancy is in, and when that ends.
// Only an active contract goes dormant, and only while nothing else is on its way to an answer: no
// dispute open, no work under review, no charge awaited. Each of those has a clock of its own that
// moves the money; when a dispute has ended, silence is counted anew from there.
import { present } from '../../assert.ts';
import { after, type Instant, later } from '../../calendar.ts';
import type { DormancyStep } from '../../policy/policy.ts';
import { type Contract, isSettled } from '../contract.ts';
import { openDisputes } from '../disputes/dispute.ts';

function isOnItsWay(c: Contract): boolean {
  return (
    openDisputes(c).length > 0 ||
    c.milestones.some((m) => m.status === 'submitted') ||
    c.charges.some((charge) => charge.status === 'waiting')
  );
}

/** The last moment from which silence counts: the last act, the last due date, a dispute's end. */
function quietSince(c: Contract): Instant {
  const dues = c.milestones.filter((m) => !isSettled(m)).map((m) => m.due);
  const ends = c.disputes.map((dispute) => dispute.end?.at ?? null);
  return [...dues, ...ends].reduce<Instant>(
    (last, at) => (at === null ? last : later(last, at)),
    present(c.activeAt ?? c.acceptedAt, 'an active contract was accepted'),
  );
}

/** When an active contract goes dormant, if nobody does anything; null when it cannot now. */
export function goesDormantAt(c: Contract): Instant | null {
  if (c.status !== 'active' || c.dormancy !== null || isOnItsWay(c)) return null;
  // When a charge or a review was in the way until now, it is due at once.
  return later(after(quietSince(c), c.terms.policy.dormancy.after), c.latestAt);
}

export type StepNow = {
  /** As people count: the first step is 1. */
  readonly number: number;
  readonly step: DormancyStep;
  readonly ends: Instant;
};

/** The step that a dormant contract is in; null when it is not dormant. */
export function stepOf(c: Contract): StepNow | null {
  if (c.status !== 'active' || c.dormancy === null || isOnItsWay(c)) return null;
  const { step: index, stepSince } = c.dormancy;
  const step = present(c.terms.policy.dormancy.steps[index], 'a step of the policy');
  return { number: index + 1, step, ends: after(stepSince, step.for) };
}

/** Whether the step after this one begins by itself. One that pays begins only by a request. */
export function nextBegins(c: Contract): boolean {
  const next = c.terms.policy.dormancy.steps[(c.dormancy?.step ?? 0) + 1];
  return next?.onSilence === 'next';
}
