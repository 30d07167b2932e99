// What PostgreSQL's autovacuum and checkpointer do by themselves and PGlite never does. Without
// it the embedded database keeps every dead row and all of its log (753 MB were seen), and plans
// as if its tables were empty. The worker calls it now and then, the seed after it has filled the
// tables. Never before: statistics of empty tables make plans that stay slow.
import type { Database } from '../connection.ts';

/** Does nothing on PostgreSQL. Takes a moment in which the embedded database answers nobody. */
export async function tidyEmbedded(db: Database): Promise<void> {
  if (db.kind === 'postgres') return;
  await db.query('vacuum analyze');
  await db.query('checkpoint');
}
