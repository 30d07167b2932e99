// How much there is on this server: for the first page of the example. An offer that was never
// sent is nobody's but its client's, and counts for nobody.
import type { Database } from '../store/connection.ts';

export type ServerCounts = { readonly contracts: number; readonly people: number };

export async function serverCounts(db: Database): Promise<ServerCounts> {
  const [row] = await db.named<{ contracts: bigint; people: bigint }>(
    'reads-server-counts',
    `select (select count(*) from contracts c where status <> 'unsent'
        and (status <> 'withdrawn' or c.state->>'sentAt' is not null)) as contracts,
      (select count(*) from people) as people`,
  );
  return { contracts: Number(row?.contracts ?? 0n), people: Number(row?.people ?? 0n) };
}
