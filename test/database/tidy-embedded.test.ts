import assert from 'node:assert/strict';
import { tidyEmbedded } from '../../src/store/embedded/tidy.ts';
import { onBoth } from './both.ts';

onBoth('tidying changes no data and lets the planner know how much there is', async (db) => {
  await db.query('create table notes as select n from generate_series(1, 5000) n');
  await db.query('delete from notes where n > 1000');
  await tidyEmbedded(db);
  const [row] = await db.query(`select count(*) as notes,
    (select reltuples from pg_class where relname = 'notes') as guess from notes`);
  assert.equal(row?.notes, 1000n);
  if (db.kind === 'embedded') assert.equal(row?.guess, 1000);
});
