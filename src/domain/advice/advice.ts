// What can I do? For one contract and the one who looks: where it stands, every road that is open
// with all that follows from it, what silence does, and for what is not possible why and what
// comes closest. Nothing is said here that the domain has not worked out by doing it.
import type { Instant } from '../calendar.ts';
import { momentOf } from '../consequences.ts';
import { type Can, canOf, type NotAllowed } from '../contracts/allowed.ts';
import type { CommandName, ContractCommand } from '../contracts/commands.ts';
import type { Contract } from '../contracts/contract.ts';
import type { DeadlineKind } from '../contracts/deadlines.ts';
import type { ContractCommandName } from '../contracts/decide.ts';
import { type Foreseen, forecastOf } from '../forecast.ts';
import type { Given } from '../given.ts';
import type { Actor, Party } from '../people.ts';
import { isRejection, type Rejection } from '../rejections.ts';
import { type Ahead, aheadOf, closesAt, opensAt } from './ahead.ts';
import { type Agreed, ifAgreed, ifSilent, type Silent } from './answers.ts';
import { closestTo } from './closest.ts';
import { type Effect, effectOfCommand } from './effect.ts';
import { firstRoads, inOrder } from './first-roads.ts';
import {
  commandOf,
  isCommand,
  openThings,
  type RoadName,
  type Sketched,
  sketched,
  type Walking,
} from './roads.ts';
import { type Situation, situationsOf } from './situations.ts';
import { standingOf } from './standing.ts';
import { type Undoing, undoingOf } from './undoing.ts';

export type Road = {
  readonly road: RoadName;
  readonly command: ContractCommand;
  /** An amount or a date in the command is only an example. */
  readonly example: boolean;
  readonly milestone: string | null;
  readonly now: Effect;
  readonly agreed: Agreed | null;
  readonly silent: Silent | null;
  /** When silence closes this road; null when it never does. */
  readonly closes: { readonly at: Instant; readonly because: DeadlineKind | null } | null;
  readonly undoing: Undoing;
};

export type NotNow = {
  readonly command: ContractCommandName;
  readonly rejection: Rejection;
  readonly closest: readonly string[];
  /** When silence alone would open it. */
  readonly opens: Instant | null;
};

export type Advice = {
  readonly at: Instant;
  readonly situations: readonly [Situation, ...Situation[]];
  /** In a sensible order; the first three matter most here. */
  readonly roads: readonly Road[];
  readonly notNow: readonly NotNow[];
  /** What happens if nobody acts. */
  readonly silence: readonly Foreseen[];
};

/** The contract is caught up already. Whoever is no party has no roads. */
export function adviceFor(c: Contract, by: Actor, given: Given): Advice {
  const now = momentOf(c, given.now);
  const here = { ...given, now };
  const silence = forecastOf(c, here);
  const situations = situationsOf(c, now, by.as);
  const ahead = aheadOf(c, silence, now);
  const can = canOf(c, by, now);
  const asked: Asked = { c, by, given: here, ahead, can };
  if (by.as !== 'client' && by.as !== 'freelancer') {
    return { at: now, situations, roads: [], notNow: [], silence };
  }
  const found = ordered(situations[0], by.as).map((road) => roadFor(road, asked, by.as as Party));
  const roads = found.flatMap((one) => (one === null || isRefused(one) ? [] : [one]));
  return { at: now, situations, roads, notNow: notNowOf(asked, found), silence };
}

type Asked = {
  readonly c: Contract;
  readonly by: Actor;
  readonly given: Given;
  readonly ahead: readonly Ahead[];
  readonly can: Can;
};

/** Allowed by its guard, but refused for what somebody has or has not. */
type RefusedRoad = { readonly command: CommandName; readonly rejection: Rejection };

function isRefused(one: Road | RefusedRoad): one is RefusedRoad {
  return 'rejection' in one;
}

function ordered({ is }: Situation, as: Party): readonly RoadName[] {
  return [...new Set([...firstRoads[is][as], ...inOrder])];
}

function roadFor(road: RoadName, asked: Asked, as: Party): Road | RefusedRoad | null {
  const { c, by, given, ahead } = asked;
  const name = commandOf(road);
  if (!isCommand(name)) return null;
  const standing = standingOf(c, name, { by, now: given.now });
  if (!standing.open) return null;
  const made = firstThatWorks(road, { by, now: given.now, milestone: standing.milestone }, asked);
  if (made === null) return null;
  const { effect } = made;
  if (isRejection(effect)) return { command: name, rejection: effect };
  const milestone = standing.milestone?.id ?? null;
  const closing = closesAt(ahead, { name, by, milestone });
  return {
    road,
    command: made.command,
    example: made.example,
    milestone,
    now: effect,
    agreed: ifAgreed(name, effect, as, given),
    silent: name === 'rehire' ? null : ifSilent(effect, given),
    closes: closing && { at: closing.at, because: closing.because },
    undoing: undoingOf({ command: made.command, done: effect, by, given }),
  };
}

type Tried = Sketched & { readonly effect: Effect | Rejection };

/** Where several disputes or requests are open, the first that the command is possible for. */
function firstThatWorks(road: RoadName, walking: Walking, { c, given }: Asked): Tried | null {
  let refused: Tried | null = null;
  for (const about of [undefined, ...openThings(c)]) {
    const made = sketched(c, road, { ...walking, about });
    if (made === null) return null;
    const tried = { ...made, effect: effectOfCommand(c, made.command, given) };
    if (!isRejection(tried.effect)) return tried;
    refused ??= tried;
  }
  return refused;
}

function notNowOf(asked: Asked, found: readonly (Road | RefusedRoad | null)[]): readonly NotNow[] {
  const { c, by, given, ahead, can } = asked;
  const refused = new Map<ContractCommandName, Rejection>();
  for (const [name, allowed] of Object.entries(can) as [ContractCommandName, true | NotAllowed][]) {
    if (allowed !== true) refused.set(name, { rejected: allowed.not, facts: allowed.facts });
  }
  for (const one of found) {
    if (one === null || !isRefused(one) || !isCommand(one.command)) continue;
    if (
      !found.some(
        (other) => other !== null && !isRefused(other) && commandOf(other.road) === one.command,
      )
    ) {
      refused.set(one.command, one.rejection);
    }
  }
  const names = [...refused.keys()].toSorted((a, b) => inOrder.indexOf(a) - inOrder.indexOf(b));
  return names.map((command) => {
    const rejection = refused.get(command) as Rejection;
    const opening = opensAt(ahead, { name: command, by });
    const closest = closestTo(c, command, rejection, { can, by, now: given.now });
    return { command, rejection, closest, opens: opening?.at ?? null };
  });
}
