// The conversation beside a contract, oldest first: what the two have written to each other, page
// by page from the end. A mediator who has a case about it reads it too.
import type { Instant } from '../../domain/calendar.ts';
import type { ContractEvent } from '../../domain/contracts/events.ts';
import { type SeenEventOf, seenEvent } from '../../domain/contracts/seen-event.ts';
import { eventColumns, eventOfRow } from '../../store/events.ts';
import { foundFor } from '../contract-room.ts';
import type { Looker } from '../people.ts';
import { atOneMoment, type Desk, withPolicies } from '../states.ts';
import { textsFor } from '../timeline.ts';

export type Message = SeenEventOf<'message_sent'>;

export type MessagesPage = {
  readonly messages: readonly Message[];
  /** The number before which the earlier ones lie, or null when these are the first. */
  readonly earlier: number | null;
};

/** `before`: only messages with a smaller number, the latest of them. Null for strangers. */
export async function messagesOf(
  desk: Desk,
  looker: Looker,
  id: string,
  { before, limit }: { readonly before: number | null; readonly limit: number },
  now: Instant,
): Promise<MessagesPage | null> {
  return atOneMoment(desk, async (sql) => {
    const found = await foundFor(desk, sql, looker, id, now);
    if (found === null) return null;
    const { viewer, step } = found;
    const rows = await sql.query(
      `select ${eventColumns} from events
       where stream = $1 and type = 'message_sent' and ($2::int is null or seq < $2)
       order by seq desc limit $3`,
      [id, before, limit + 1],
    );
    const stored = await withPolicies(desk, sql, () =>
      rows.map((row) => eventOfRow<ContractEvent>(row, desk.book)),
    );
    const texts = await textsFor(sql, viewer, step.state);
    const shown = stored.slice(0, limit).reverse();
    const messages = shown.flatMap((one) => {
      const seen = seenEvent(viewer, step.state, one, texts, looker.id);
      return seen?.type === 'message_sent' ? [seen] : [];
    });
    const earlier = stored.length > limit ? (messages[0]?.seq ?? null) : null;
    return { messages, earlier };
  });
}
