// When the next deadline of anything comes. Only the clock of evaluation mode asks: it moves
// there. The worker needs no such question, it takes whatever has passed.
import type { Database } from './connection.ts';

/** The earliest deadline of any contract or wallet after a moment, or null when there is none. */
export async function earliestDue(
  db: Database,
  after: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const rows = await db.query<{ ms: string | number | null }>(
    `select ceil(extract(epoch from min(next_due_at)) * 1000)::text as ms
     from (select next_due_at from contracts where next_due_at > $1
           union all
           select next_due_at from wallets where next_due_at > $1) as due`,
    [after.toString()],
  );
  const ms = rows[0]?.ms ?? null;
  return ms === null ? null : Temporal.Instant.fromEpochMilliseconds(Number(ms));
}
