// A file of a contract, for whoever sees an event that carries it: work, a message, evidence. The
// events decide; there is no other list of who may read what. A stranger gets null, exactly as for
// what does not exist.
import type { Instant } from '../../domain/calendar.ts';
import type { ContractEvent } from '../../domain/contracts/events.ts';
import type { FileView } from '../../domain/contracts/seen/view.ts';
import { type SeenEvent, seenEvent } from '../../domain/contracts/seen-event.ts';
import { eventColumns, eventOfRow } from '../../store/events.ts';
import { foundFor } from '../contract-room.ts';
import type { Looker } from '../people.ts';
import { atOneMoment, type Desk, withPolicies } from '../states.ts';
import { textsFor } from '../timeline.ts';

/** The files that an event carries, as its viewer sees them. */
export function filesOf(event: SeenEvent): readonly FileView[] {
  return 'files' in event && event.files !== undefined ? event.files : [];
}

export async function contractFile(
  desk: Desk,
  looker: Looker,
  id: string,
  file: string,
  now: Instant,
): Promise<FileView | null> {
  if (!/^fil_[a-z0-9]{1,40}$/.test(file)) return null;
  return atOneMoment(desk, async (sql) => {
    const found = await foundFor(desk, sql, looker, id, now);
    if (found === null) return null;
    const { viewer, step } = found;
    const rows = await sql.query(
      `select ${eventColumns} from events where stream = $1 and strpos(data::text, $2) > 0
       order by seq`,
      [id, `"${file}"`],
    );
    const texts = await textsFor(sql, viewer, step.state);
    const events = await withPolicies(desk, sql, () =>
      rows.map((row) => eventOfRow<ContractEvent>(row, desk.book)),
    );
    const seen = events.flatMap(
      (one) => seenEvent(viewer, step.state, one, texts, looker.id) ?? [],
    );
    return seen.flatMap(filesOf).find((one) => one.file === file) ?? null;
  });
}
