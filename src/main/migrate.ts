// Prepares the database and says what was done. The server does the same when it starts.
import { assertNode, readConfig } from './config.ts';
import { openStore } from './house.ts';
import { orSayWhy } from './or-say-why.ts';

export async function prepare(env: NodeJS.ProcessEnv): Promise<void> {
  assertNode();
  const db = await openStore(readConfig(env));
  await db.close();
  console.log('The database is ready.');
}

if (import.meta.main) await orSayWhy(() => prepare(process.env));
