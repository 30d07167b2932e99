// The laws of the migrations, on both databases.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { openDatabase } from '../../src/store/connection.ts';
import { type Migration, migrate, readMigrations } from '../../src/store/migrate.ts';
import { onBoth, onPostgres } from './both.ts';

function migration(name: string, sql: string): Migration {
  return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
}

const known = readMigrations();
const shops = migration(
  '9001-shops.sql',
  'create table shops (id int); insert into shops values (1);',
);
const cafes = migration('9002-cafes.sql', 'create table cafes (id int)');

onBoth('migrations are applied once, in order', async (db) => {
  assert.deepEqual(await migrate(db), []);
  assert.deepEqual(await migrate(db, [...known, shops, cafes]), [shops.name, cafes.name]);
  assert.deepEqual(await migrate(db, [...known, shops, cafes]), []);
  assert.deepEqual(await db.query('select id from shops'), [{ id: 1 }]);
});

onBoth('a migration that fails leaves nothing and can be tried again', async (db) => {
  const broken = migration(cafes.name, 'create table cafes (id int); select 1 / 0;');
  await assert.rejects(migrate(db, [...known, shops, broken]), /division by zero/);
  assert.deepEqual(await db.query(`select to_regclass('cafes') as there`), [{ there: null }]);
  assert.deepEqual(await migrate(db, [...known, shops, cafes]), [cafes.name]);
});

onBoth('an edited migration and a missing one are refused', async (db) => {
  await migrate(db, [...known, shops]);
  const edited = migration(shops.name, 'create table shops (id bigint)');
  await assert.rejects(migrate(db, [...known, edited, cafes]), /9001-shops.sql was edited/);
  await assert.rejects(migrate(db, [...known, cafes]), /9001-shops.sql, which this version/);
  assert.deepEqual(await db.query(`select to_regclass('cafes') as there`), [{ there: null }]);
});

onPostgres('processes that migrate at once do it once', async (db, url) => {
  const others = await Promise.all([openDatabase({ url }), openDatabase({ url })]);
  const done = await Promise.all(
    [db, ...others].map((one) => migrate(one, [...known, shops, cafes])),
  );
  assert.deepEqual(done.flat().sort(), [shops.name, cafes.name]);
  await Promise.all(others.map((one) => one.close()));
});
