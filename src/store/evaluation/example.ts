// Whether this database was filled with the example of evaluation mode, and whether that came to
// its end. Written before the first and after the last of it.
import type { Database } from '../connection.ts';
import { migrate } from '../migrate.ts';

export type ExampleState = 'none' | 'begun' | 'done';

export async function exampleState(db: Database): Promise<ExampleState> {
  const [row] = await db.query<{ done: boolean }>('select done from example');
  if (row === undefined) return 'none';
  return row.done ? 'done' : 'begun';
}

/** False when somebody else has begun it already. */
export async function beginExample(db: Database): Promise<boolean> {
  const begun = 'insert into example (done) values (false) on conflict do nothing returning done';
  return (await db.query(begun)).length === 1;
}

export async function finishExample(db: Database): Promise<void> {
  await db.query('update example set done = true');
}

/** Takes everything away, and prepares the database anew. For the embedded one only. */
export async function emptied(db: Database): Promise<void> {
  if (db.kind !== 'embedded') throw new Error('Only an embedded database may be emptied.');
  await db.query('drop schema public cascade; create schema public');
  await migrate(db);
}
