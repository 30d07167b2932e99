// Deletes what has expired: sessions, short-lived secrets, counted attempts. Nothing depends on
// it: what has expired is refused whether it is still there or not. The worker calls it now and
// then.
import type { Database } from '../store/connection.ts';

export async function sweep(db: Database): Promise<void> {
  await db.query('delete from sessions where expires_at < clock_timestamp()');
  await db.query('delete from verifications where expires_at < clock_timestamp()');
  await db.query(`delete from sign_in_attempts where since < clock_timestamp() - interval '1 day'`);
}
