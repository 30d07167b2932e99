// Registers a test twice: on an embedded database in memory and on PostgreSQL. Each run gets a
// fresh, migrated database of its own.
import { test } from 'node:test';
import { type Database, openDatabase } from '../../src/store/connection.ts';
import { freshEmbedded } from '../../src/store/embedded/snapshot.ts';
import { migrate } from '../../src/store/migrate.ts';
import { postgresTitle, withPostgres } from './postgres.ts';

type Law = (db: Database) => Promise<void>;

export function onBoth(law: string, run: Law): void {
  test(`${law} · embedded`, async () => {
    const db = await freshEmbedded();
    try {
      await run(db);
    } finally {
      await db.close();
    }
  });
  onPostgres(law, run);
}

/** `run` may open further databases on `url`, as other processes would. */
export function onPostgres(law: string, run: (db: Database, url: string) => Promise<void>): void {
  test(`${law} · ${postgresTitle}`, async (t) => {
    const place = await withPostgres();
    if (!place) return t.diagnostic('This law was not tried on PostgreSQL.');
    const db = await openDatabase({ url: place.url });
    try {
      await migrate(db);
      await run(db, place.url);
    } finally {
      await db.close();
      await place.drop();
    }
  });
}
