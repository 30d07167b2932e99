// One contract as somebody sees it now: its state and forecast, what they can do, the people, and
// the latest of what has happened. A stranger gets null, exactly as for what does not exist.
import type { Instant } from '../domain/calendar.ts';
import { type Can, canOf } from '../domain/contracts/allowed.ts';
import type { Viewer } from '../domain/contracts/seen/feedback.ts';
import type { ContractView } from '../domain/contracts/seen/view.ts';
import { seenBy } from '../domain/contracts/seen-by.ts';
import type { Actor, Role } from '../domain/people.ts';
import type { ContractStep } from '../domain/step.ts';
import type { Sql } from '../store/connection.ts';
import { actorOf, helperOf, type Looker, type Parties, partiesSeen, viewerOf } from './people.ts';
import { atOneMoment, type Desk, forecast, present, storedContracts } from './states.ts';
import { type TimelineEntry, textsFor, timelineOf } from './timeline.ts';

export type ContractRoom = {
  readonly viewer: Viewer;
  /** As whom the one who looks gives commands. */
  readonly actor: Actor;
  readonly view: ContractView;
  readonly can: Can;
  readonly parties: Parties;
  /** The latest entries, newest last; `earlier` says how many events come before them. */
  readonly timeline: readonly TimelineEntry[];
  readonly earlier: number;
};

const latestEntries = 50;

export async function contractRoom(
  desk: Desk,
  looker: Looker,
  id: string,
  now: Instant,
): Promise<ContractRoom | null> {
  return atOneMoment(desk, async (sql) => {
    const found = await foundFor(desk, sql, looker, id, now);
    if (found === null) return null;
    const { viewer, step } = found;
    const contract = step.state;
    const texts = await textsFor(sql, viewer, contract);
    const view = seenBy(viewer, contract, texts, forecast(contract, now), looker.id);
    if (view === null) return null;
    const earlier = Math.max(0, contract.version - latestEntries);
    const stretch = { after: earlier, last: contract.version };
    const person = await partiesSeen(sql, [contract.client, contract.freelancer]);
    const actor = actorOf(viewer, looker);
    return {
      viewer,
      actor,
      view,
      can: canOf(contract, actor, now),
      parties: { client: person(contract.client), freelancer: person(contract.freelancer) },
      timeline: await timelineOf(desk, sql, { viewer, person: looker.id }, step, texts, stretch),
      earlier,
    };
  });
}

/** A contract that is there for the one who looks, caught up to now. */
export async function foundFor(
  desk: Desk,
  sql: Sql,
  looker: Looker,
  id: string,
  now: Instant,
): Promise<{ readonly viewer: Viewer; readonly step: ContractStep } | null> {
  // What is no id of ours is no text for a database either.
  if (!/^[a-z0-9_]{1,60}$/.test(id)) return null;
  const [stored] = await storedContracts(desk, sql, 'where id = $1', [id]);
  if (stored === undefined) return null;
  const step = present(stored, now);
  const viewer = viewerOf(step.state, looker);
  return viewer === null ? null : { viewer, step };
}

/**
 * As whom somebody gives commands on a contract that `who` may give. For a stranger and for what
 * does not exist it is somebody whom the domain does not find there either.
 */
export async function actorOn(
  desk: Desk,
  looker: Looker,
  id: string,
  now: Instant,
  who: readonly Role[] = [],
): Promise<Actor> {
  const found = await foundFor(desk, desk.db, looker, id, now);
  if (found?.viewer === 'client' || found?.viewer === 'freelancer') {
    return actorOf(found.viewer, looker);
  }
  const helper = helperOf(looker, who);
  if (helper !== null) return helper;
  return found === null ? { as: 'client', person: looker.id } : actorOf(found.viewer, looker);
}
