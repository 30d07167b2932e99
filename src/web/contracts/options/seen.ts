// Advice as the pages of a contract need it: the same read as the API's, and where each road is
// looked at and taken.
import type { Context } from 'hono';
import type { RoadView } from '../../../domain/advice/advice-view.ts';
import { type ContractOptions, contractOptions } from '../../../reads/options.ts';
import type { Site } from '../../context/site.ts';
import { pathOfDoing, type Room } from '../room.ts';

export type Options = ContractOptions;

/** For whoever has the room already; null only where that is gone meanwhile. */
export async function optionsFor(site: Site, c: Context, room: Room): Promise<Options | null> {
  const asked = { id: room.view.id, policy: site.policy, now: room.reader.now };
  return contractOptions(site.desk, c.get('person'), asked);
}

/** Where one milestone of several may be meant, the page asks which. */
const asksWhich = new Set(['edit_milestone', 'remove_milestone']);

/** The confirm page of a road, with what makes it that road and not another filled in. */
export function roadHref(road: RoadView, room: Room): string {
  const path = pathOfDoing(
    room,
    road.command,
    asksWhich.has(road.command) ? undefined : road.milestone,
  );
  const fields = new URLSearchParams(fieldsOf(road));
  if (fields.size === 0) return path;
  return `${path}${path.includes('?') ? '&' : '?'}${fields}`;
}

function fieldsOf({ road, example }: RoadView): Record<string, string> {
  if (road === 'part_release') return { amount: example?.amount ?? '' };
  if (road === 'end_and_pay') return { _pay: 'all' };
  if (road === 'answer_dispute') return { answer: 'accept' };
  return road === 'contest_dispute' ? { answer: 'contest' } : {};
}
