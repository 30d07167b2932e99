// One case for a mediator. Before it is taken there is only its card; whoever has it reads the
// whole contract: terms, both sides' statements, everything that happened in one timeline, and
// what moved the money. For anybody else the case does not exist.
import type { Instant } from '../../domain/calendar.ts';
import { partyOf } from '../../domain/contracts/contract.ts';
import { couldTake, hasCase } from '../../domain/contracts/disputes/mediation/the-mediator.ts';
import type { DisputeView } from '../../domain/contracts/seen/view.ts';
import { contractEvents } from '../contract-events.ts';
import { type ContractRoom, contractRoom } from '../contract-room.ts';
import type { Looker } from '../people.ts';
import { atOneMoment, type Desk, present, storedContracts } from '../states.ts';
import type { TimelineEntry } from '../timeline.ts';
import { type Asked, askedOf, type CaseCard, cardOf } from './cases.ts';

export type CaseFile = {
  readonly card: CaseCard;
  /** Whether the one who looks could take it now. */
  readonly free: boolean;
  /** Only of one's own case. */
  readonly inside: CaseInside | null;
};

export type CaseInside = {
  readonly room: ContractRoom;
  readonly dispute: DisputeView & { readonly id: string };
  /** All of it, oldest first. */
  readonly entries: readonly TimelineEntry[];
  /** What the one who has the case is asked for now. */
  readonly asked: Asked;
};

/** More than any contract has. */
const everything = { after: 0, limit: 10_000 };

export async function caseFile(
  desk: Desk,
  looker: Looker,
  contract: string,
  dispute: string,
  now: Instant,
): Promise<CaseFile | null> {
  if (!looker.roles.includes('mediator') || !/^[a-z0-9_]{1,60}$/.test(contract)) return null;
  const found = await foundCase(desk, looker, contract, dispute, now);
  if (found === null) return null;
  const { card, free } = found;
  if (!found.own) return { card, free, inside: null };
  const room = await contractRoom(desk, looker, contract, now);
  const events = await contractEvents(desk, looker, contract, everything, now);
  const view = room?.view.disputes[dispute];
  if (room === null || events === null || view === undefined) return null;
  const inside = {
    room,
    dispute: { id: dispute, ...view },
    entries: events.entries,
    asked: found.asked,
  };
  return { card, free, inside };
}

async function foundCase(
  desk: Desk,
  looker: Looker,
  contract: string,
  dispute: string,
  now: Instant,
) {
  return atOneMoment(desk, async (sql) => {
    const [stored] = await storedContracts(desk, sql, 'where c.id = $1', [contract]);
    if (stored === undefined) return null;
    const c = present(stored, now).state;
    const one = c.disputes.find(({ id }) => id === dispute);
    if (one === undefined || partyOf(c, looker.id) !== null) return null;
    const [free, own] = [couldTake(one, looker.id), hasCase(one, looker.id)];
    if (!free && !own) return null;
    return { card: cardOf(c, one), free, own, asked: askedOf(one, looker.id) };
  });
}
