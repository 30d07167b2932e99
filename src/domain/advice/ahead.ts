// How long a road stays open if nothing else happens. Silence is run forward, and the guard of
// the road is asked again at every moment at which its answer may change: at each deadline, and
// where a window counted from the end or from a payment closes. The dates therefore are those at
// which the command itself would be refused.
import { after, compareInstants, type Instant, isBefore } from '../calendar.ts';
import type { Contract } from '../contracts/contract.ts';
import type { DeadlineKind } from '../contracts/deadlines.ts';
import type { ContractCommandName } from '../contracts/decide.ts';
import type { Foreseen } from '../forecast.ts';
import type { Actor } from '../people.ts';
import { isOpen } from './standing.ts';

/** The contract as it will be from a moment on, and the deadline that made it so, if one did. */
export type Ahead = {
  readonly at: Instant;
  readonly state: Contract;
  readonly because: DeadlineKind | null;
};

/** What a look ahead is about. */
export type Looked = {
  readonly name: ContractCommandName;
  readonly by: Actor;
  readonly milestone: string | null;
};

/** Ends of windows that no deadline stands for: the commands in them are only refused later. */
function windowEnds(c: Contract): readonly Instant[] {
  const { bonus, refund, mediation, feedback } = c.terms.policy;
  const paid = c.payments.flatMap(({ at }) => [
    after(at, refund.window),
    after(at, mediation.window),
  ]);
  if (c.outcome === null) return paid;
  const { at } = c.outcome;
  const ends = [bonus.afterEnd, feedback.respond].flatMap((span) =>
    span === null ? [] : [after(at, span)],
  );
  return [...paid, ...ends];
}

/** Every moment from `now` on at which a guard may change its mind, in order. */
export function aheadOf(
  c: Contract,
  forecast: readonly Foreseen[],
  now: Instant,
): readonly Ahead[] {
  const states = forecast.map(({ deadline, step }) => ({
    ...{ at: deadline.at, state: step.state, because: deadline.what },
  }));
  // Of several at one instant the last one holds.
  const known = states.filter((one, index) => {
    const next = states[index + 1];
    return next === undefined || compareInstants(one.at, next.at) !== 0;
  });
  const last = known.at(-1)?.state ?? c;
  const windows = [...windowEnds(c), ...windowEnds(last)]
    .filter((at) => isBefore(now, at))
    .map((at) => {
      const state = known.findLast((one) => compareInstants(one.at, at) <= 0)?.state ?? c;
      return { at, state, because: null };
    });
  return [...known, ...windows].toSorted((a, b) => compareInstants(a.at, b.at));
}

/** When the command is refused for the first time; null when silence never closes it. */
export function closesAt(ahead: readonly Ahead[], { name, by, milestone }: Looked): Ahead | null {
  const closed = ({ at, state }: Ahead) => !isOpen(state, name, { by, now: at }, milestone);
  return ahead.find(closed) ?? null;
}

/** When the command is allowed for the first time; null when silence never opens it. */
export function opensAt(
  ahead: readonly Ahead[],
  { name, by }: Omit<Looked, 'milestone'>,
): Ahead | null {
  const open = ({ at, state }: Ahead) =>
    isOpen(state, name, { by, now: at }, null) &&
    (state.milestones.length === 0 ||
      state.milestones.some((m) => isOpen(state, name, { by, now: at }, m.id)));
  return ahead.find(open) ?? null;
}
