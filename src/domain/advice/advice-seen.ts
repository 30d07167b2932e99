// Advice as it leaves the core: amounts and moments become texts. What is in it was worked out by
// walking; nothing is added here but the reader's own score, which is given.
import type { Contract } from '../contracts/contract.ts';
import { factsSeen } from '../contracts/seen/parts.ts';
import { moneySeen, nextSeen } from '../contracts/seen-by.ts';
import type { Foreseen } from '../forecast.ts';
import { type Money, toDecimal, total } from '../money/money.ts';
import type { NotNow, Road } from './advice.ts';
import type {
  EffectView,
  ExampleView,
  NotNowView,
  ProtectionView,
  RoadView,
  ScoreView,
  SituationView,
  UndoingView,
} from './advice-view.ts';
import { type Effect, keyOf } from './effect.ts';
import type { Situation } from './situations.ts';
import type { Undoing } from './undoing.ts';

export function situationView({ amount, at, ...rest }: Situation): SituationView {
  return {
    ...rest,
    ...(amount === undefined ? {} : { amount: toDecimal(amount) }),
    ...(at === undefined ? {} : { at: `${at}` }),
  };
}

/** `state` is the contract that people look at: a rehire leaves it as it is. */
export function effectView({ at, step }: Effect, state: Contract = step.state): EffectView {
  return {
    at: `${at}`,
    events: step.events.map(({ event }) => event.type),
    postings: step.postings.map(({ from, to, amount }) => ({
      ...{ from: from.kind, to: to.kind, amount: toDecimal(amount) },
    })),
    status: state.status,
    money: moneySeen(state),
  };
}

/** Of these deadlines those that a forecast really comes to, with what they lead to. */
function foreseenOf(deadlines: Effect['begins'], forecast: readonly Foreseen[]) {
  const keys = new Set(deadlines.map(keyOf));
  return forecast.filter(({ deadline }) => keys.has(keyOf(deadline))).map(nextSeen);
}

export function roadView(road: Road, before: readonly Foreseen[], score: ScoreView): RoadView {
  const { now, agreed, silent, closes, undoing } = road;
  const same = road.command.type === 'rehire' ? now.before : now.step.state;
  const example = exampleOf(road);
  return {
    road: road.road,
    command: road.command.type,
    ...(example === null ? {} : { example }),
    ...(road.milestone === null ? {} : { milestone: road.milestone }),
    now: effectView(now, same),
    ...(agreed === null ? {} : { agreed: agreedView(agreed) }),
    ...(silent === null ? {} : { silent: { ...effectView(silent), deadline: nextSeen(silent) } }),
    ...laterView(road, before),
    protection: protectionOf(now, same),
    begins: foreseenOf(now.begins, now.forecast),
    ends: foreseenOf(now.ends, before),
    ...(closes === null ? {} : { closes: closesView(closes) }),
    undoing: undoingView(undoing),
    score,
  };
}

/** The first deadline after it that moves money of the contract, if it does so only now. */
function laterView({ now, silent, command }: Road, before: readonly Foreseen[]) {
  const moves = ({ deadline, step }: Foreseen) =>
    step.postings.length > 0 && deadline.what !== 'earnings_clear';
  const text = (one: Foreseen | undefined) =>
    JSON.stringify(one === undefined ? null : nextSeen(one));
  const first = now.forecast.find(moves);
  if (first === undefined || command.type === 'rehire') return {};
  const known = text(before.find(moves)) === text(first);
  const told = silent !== null && keyOf(silent.deadline) === keyOf(first.deadline);
  return (known && !endsIt(now)) || told ? {} : { later: nextSeen(first) };
}

function endsIt({ before, step }: Effect): boolean {
  return before.status !== 'ended' && step.state.status === 'ended';
}

function agreedView(agreed: NonNullable<Road['agreed']>) {
  const { by, command, until } = agreed;
  const view = { ...effectView(agreed), by, command };
  return until === null ? view : { ...view, until: `${until}` };
}

function closesView({ at, because }: NonNullable<Road['closes']>) {
  return because === null ? { at: `${at}` } : { at: `${at}`, because };
}

function undoingView(undoing: Undoing): UndoingView {
  if (undoing.how === 'final' || undoing.how === 'harmless') return { how: undoing.how };
  const { how, command, until } = undoing;
  return until === null ? { how, command } : { how, command, until: `${until}` };
}

function exampleOf({ command, example }: Road): ExampleView | null {
  if (!example) return null;
  const { amount, to_freelancer, milestones } = command as {
    readonly amount?: string;
    readonly to_freelancer?: string;
    readonly milestones?: readonly { readonly due?: Temporal.Instant | null }[];
  };
  const due = milestones?.[0]?.due ?? null;
  return {
    ...(amount === undefined ? {} : { amount }),
    ...(to_freelancer === undefined ? {} : { to_freelancer }),
    ...(due === null ? {} : { due: `${due}` }),
  };
}

function protectionOf({ before, step }: Effect, { money }: Contract): ProtectionView {
  const left = step.postings.filter(({ from, to }) => isFinal(from.kind, to.kind));
  const amounts = left.map(({ amount }): Money => amount);
  return {
    held: toDecimal(money.escrow),
    in_dispute: toDecimal(money.held),
    final: toDecimal(total(amounts, before.terms.currency)),
  };
}

/** Out of what is held, or from one side to the other; not what only becomes available. */
function isFinal(from: string, to: string): boolean {
  if (from.startsWith('contract.')) return !to.startsWith('contract.');
  if (to.startsWith('freelancer.')) return !from.startsWith('freelancer.');
  return from.startsWith('freelancer.') && to.startsWith('client.');
}

export function notNowView({ command, rejection, closest, opens }: NotNow): NotNowView {
  return {
    command,
    code: rejection.rejected,
    facts: factsSeen(rejection.facts),
    closest,
    ...(opens === null ? {} : { opens: `${opens}` }),
  };
}
