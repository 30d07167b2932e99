// All that has happened to a contract, oldest first, page by page: what the timeline shows and
// programs fold. The number of an event is its place in the contract's life and never changes.
import type { Instant } from '../domain/calendar.ts';
import { foundFor } from './contract-room.ts';
import type { Looker } from './people.ts';
import { atOneMoment, type Desk } from './states.ts';
import { type TimelineEntry, textsFor, timelineOf } from './timeline.ts';

export type EventsPage = {
  readonly entries: readonly TimelineEntry[];
  /** Where the next page begins (`after`), or null when this was the last one. */
  readonly next: number | null;
};

export type EventsAsked = { readonly after: number; readonly limit: number };

export async function contractEvents(
  desk: Desk,
  looker: Looker,
  id: string,
  { after, limit }: EventsAsked,
  now: Instant,
): Promise<EventsPage | null> {
  return atOneMoment(desk, async (sql) => {
    const found = await foundFor(desk, sql, looker, id, now);
    if (found === null) return null;
    const { viewer, step } = found;
    const contract = step.state;
    const as = { viewer, person: looker.id };
    const last = Math.min(after + limit, contract.version);
    const texts = await textsFor(sql, viewer, contract);
    const entries = await timelineOf(desk, sql, as, step, texts, { after, last });
    return { entries, next: last < contract.version ? last : null };
  });
}
