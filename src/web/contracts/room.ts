// A contract as the pages of its room need it: what the read gives, the words that fit the one
// who looks, and where and when they look. Made once a request.
import type { Context } from 'hono';
import type { MilestoneView } from '../../domain/contracts/seen/view.ts';
import { otherParty, type Party } from '../../domain/people.ts';
import type { Person } from '../../people/person.ts';
import { type ContractRoom, contractRoom } from '../../reads/contract-room.ts';
import { namesOf } from '../../reads/people.ts';
import type { SeenAs } from '../../reads/timeline.ts';
import { type Scene, sceneOf } from '../../words/scene.ts';
import type { Site } from '../context/site.ts';
import type { Reader } from '../parts/frame.ts';

export type Room = ContractRoom & { readonly scene: Scene; readonly reader: Reader };

/** The room for whoever asks; null for strangers, as for what does not exist. */
export async function roomFor(site: Site, c: Context): Promise<Room | null> {
  const person: Person = c.get('person');
  const id = c.req.param('id') ?? '';
  const now = site.clock.now();
  const room = await contractRoom(site.desk, person, id, now);
  if (room === null) return null;
  return roomOf(room, { now, zone: person.timeZone });
}

/** A contract that was read, with the words that fit its reader. */
export function roomOf(room: ContractRoom, reader: Reader): Room {
  const names = namesOf(room.parties);
  return { ...room, reader, scene: sceneOf(room.view, { viewer: room.viewer, names, ...reader }) };
}

/** "/contracts/ctr_…", with what follows. */
export function pathIn(room: Room, rest = ''): string {
  return `/contracts/${room.view.id}${rest}`;
}

/** Where a command of this room is looked at and carried out. */
export function pathOfDoing(room: Room, command: string, milestone?: string): string {
  const about = milestone === undefined ? '' : `?milestone=${encodeURIComponent(milestone)}`;
  return pathIn(room, `/do/${command}${about}`);
}

/** The reader's side; null for those who only look. */
export function sideOf({ viewer }: Room): Party | null {
  return viewer === 'client' || viewer === 'freelancer' ? viewer : null;
}

/** Who looks, as reads and previews are asked. */
export function seenAs({ viewer, actor }: Room): SeenAs {
  return { viewer, person: actor.person ?? '' };
}

/** The other side's name, from where the reader stands. */
export function otherName(room: Room): string {
  return room.scene.names[otherParty(sideOf(room) ?? 'client')];
}

export type MilestoneEntry = MilestoneView & { readonly id: string };

export function milestonesOf({ view }: Room): readonly MilestoneEntry[] {
  return Object.entries(view.milestones).map(([id, milestone]) => ({ id, ...milestone }));
}
