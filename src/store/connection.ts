// The one door to the database, and the only file that imports a driver. One `pg` pool serves
// PostgreSQL and, through PGlite's shim, the embedded database, so there is no second code path.
// A connection that saw an error is destroyed on PostgreSQL and rolled back on PGlite, which has
// only one. Using the pool inside a transaction throws: it would escape the transaction on
// PostgreSQL and wait for itself for ever on PGlite.
import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import {
  flight,
  isOpen,
  type Names,
  type Row,
  type Statement,
  send,
  type Wire,
} from './driver/flights.ts';
import { houseTypes, libraryTypes, type TypeParsers, toWire } from './driver/values.ts';
import { type EmbeddedLock, lockDataDirectory } from './embedded/lock.ts';
import type { Tables } from './tables.ts';

export type Sql = {
  /** Rows of one statement. Without values the text may hold several; the last one's rows. */
  query<T = Row>(text: string, values?: readonly unknown[]): Promise<T[]>;
  /** The same, prepared once per connection. A name must always stand for the same text. */
  named<T = Row>(name: string, text: string, values?: readonly unknown[]): Promise<T[]>;
};

/** One connection for a transaction in flights: see flights.ts. */
export type Session = {
  flight(statements: readonly Statement[]): Promise<Row[][]>;
};

export type Database = Sql & {
  readonly kind: 'postgres' | 'embedded';
  /** Commits what `work` did, or nothing when it throws. */
  tx<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** `begin`, `commit` and `rollback` are statements of the flights; none may be left open. */
  session<T>(work: (session: Session) => Promise<T>): Promise<T>;
  readonly kysely: Kysely<Tables>;
  /** For libraries that expect `Date`. Our own code uses `kysely`, which gives instants. */
  readonly libraryKysely: Kysely<Tables>;
  /** The embedded database's files as one tar, for snapshots; only there. */
  dump(): Promise<Blob>;
  close(): Promise<void>;
};

export type DatabaseOptions = {
  /** PostgreSQL. Without it the database is embedded. */
  readonly url?: string | undefined;
  /** Where the embedded database lives; locked against other processes. */
  readonly dir?: string | undefined;
  readonly inMemory?: boolean;
  /** Files to begin an in-memory database with, from `dump`. */
  readonly snapshot?: Blob | undefined;
  /** Told about idle connections that break; the statements of busy ones reject by themselves. */
  readonly onLost?: (error: Error) => void;
};

/** Ten connections beat thirty-two on small machines. */
const CONNECTIONS = 10;
const WAIT_FOR_CONNECTION_MS = 30_000;

const SESSION_SETTINGS = `set timezone to 'UTC'; set datestyle to 'ISO, MDY'`;
/** A list with nothing in it, too: the driver also sends it as the types of the parameters. */
const HOUSE_TYPES = Object.assign([], houseTypes(pg.types as TypeParsers));

/** PGlite has no timers, so only PostgreSQL gets the limits. */
const SESSION_LIMITS =
  `; set statement_timeout to '60s'; set lock_timeout to '20s'` +
  `; set idle_in_transaction_session_timeout to '60s'`;

export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.url === undefined ? openEmbedded(options) : openPostgres(options.url, options);
}

function openPostgres(url: string, options: DatabaseOptions): Database {
  const config = { connectionString: url, max: CONNECTIONS, keepAlive: true };
  const pool = openPool({ ...config, keepAliveInitialDelayMillis: 10_000 }, SESSION_LIMITS);
  return overPool('postgres', pool, options, {
    dump: () => Promise.reject(new Error('Only the embedded database can be dumped as files.')),
    close: () => pool.end(),
  });
}

async function openEmbedded({ dir, inMemory, snapshot, ...options }: DatabaseOptions) {
  if (inMemory !== true && dir === undefined) {
    throw new Error('An embedded database needs a directory, or to be asked for in memory.');
  }
  const lock = inMemory || dir === undefined ? undefined : lockDataDirectory(dir);
  try {
    const lite = await openLite(lock ? dir : undefined, snapshot);
    // One configuration for the life of the PGlite and no idle timeout: a second client would
    // not know which statements the first one has prepared.
    const pool = openPool({ ...createPgConfig(lite), max: 1, idleTimeoutMillis: 0 }, '');
    return overPool('embedded', pool, options, {
      dump: () => lite.dumpDataDir('none'),
      close: () => closeEmbedded(pool, lite, lock),
    });
  } catch (error) {
    lock?.release();
    throw error;
  }
}

async function openLite(dir: string | undefined, snapshot: Blob | undefined): Promise<PGlite> {
  if (dir === undefined) {
    const begin = snapshot === undefined ? {} : { loadDataDir: snapshot };
    return PGlite.create({ dataDir: 'memory://', ...begin });
  }
  const files = join(dir, 'pglite');
  // PGlite makes only the last folder of a path.
  mkdirSync(files, { recursive: true });
  return PGlite.create({ dataDir: files });
}

async function closeEmbedded(pool: pg.Pool, lite: PGlite, lock: EmbeddedLock | undefined) {
  try {
    await pool.end();
    await lite.close();
  } finally {
    lock?.release();
  }
}

function openPool(config: pg.PoolConfig, limits: string): pg.Pool {
  return new pg.Pool({
    ...config,
    types: libraryTypes(pg.types as TypeParsers),
    pipeline: true,
    connectionTimeoutMillis: WAIT_FOR_CONNECTION_MS,
    // The pool waits for the promise before it hands the connection out.
    onConnect: (client) => client.query(SESSION_SETTINGS + limits),
  });
}

type Kind = Database['kind'];
type Ends = { dump(): Promise<Blob>; close(): Promise<void> };

function overPool(kind: Kind, pool: pg.Pool, options: DatabaseOptions, ends: Ends): Database {
  listen(pool, options.onLost ?? ((error) => console.error(`Connection lost: ${error.message}`)));
  const desk = new Desk(kind, pool);
  const names: Names = new Map();
  const sqlOver = (wire: Wire): Sql => ({
    query: async <T>(text: string, values?: readonly unknown[]) =>
      (await send(wire, names, { text, values: values ?? [] })) as T[],
    named: async <T>(name: string, text: string, values?: readonly unknown[]) =>
      (await send(wire, names, { name, text, values: values ?? [] })) as T[],
  });
  return {
    kind,
    query: (text, values) => desk.lend((wire) => sqlOver(wire).query(text, values)),
    named: (name, text, values) => desk.lend((wire) => sqlOver(wire).named(name, text, values)),
    tx: (work) =>
      desk.lend((wire) => desk.within((guard) => inTransaction(sqlOver(guard(wire)), work))),
    session: (work) =>
      desk.lend((wire) =>
        desk.within((guard) => {
          const guarded = guard(wire);
          return work({ flight: (statements) => flight(guarded, names, statements) });
        }),
      ),
    kysely: new Kysely({ dialect: new PostgresDialect({ pool: desk.forKysely(true) }) }),
    libraryKysely: new Kysely({ dialect: new PostgresDialect({ pool: desk.forKysely(false) }) }),
    ...ends,
  };
}

async function inTransaction<T>(sql: Sql, work: (sql: Sql) => Promise<T>): Promise<T> {
  await sql.query('begin');
  const result = await work(sql);
  await sql.query('commit');
  return result;
}

/** Where connections are lent out and come back. */
class Desk {
  readonly #kind: Kind;
  readonly #pool: pg.Pool;
  readonly #inside = new AsyncLocalStorage<{ open: boolean }>();

  constructor(kind: Kind, pool: pg.Pool) {
    this.#kind = kind;
    this.#pool = pool;
  }

  /** A connection for as long as `work` takes. It must leave no transaction open. */
  async lend<T>(work: (wire: Wire) => Promise<T>): Promise<T> {
    const client = await this.#checkOut();
    const wire = withHouseTypes(client);
    try {
      const result = await work(wire);
      if (isOpen(wire)) throw new Error('A transaction was left open.');
      client.release();
      return result;
    } catch (error) {
      await this.#takeBackAfterError(client);
      throw error;
    }
  }

  /** Marks everything that `work` awaits as inside a transaction, until it has settled. */
  async within<T>(work: (guard: (wire: Wire) => Wire) => Promise<T>): Promise<T> {
    const scope = { open: true };
    try {
      return await this.#inside.run(scope, () => work((wire) => closedWith(scope, wire)));
    } finally {
      scope.open = false;
    }
  }

  /** What Kysely needs of a pool. It keeps its own transactions. */
  forKysely(house: boolean): PostgresPool {
    return {
      options: {},
      connect: async () => this.#lendToKysely(await this.#checkOut(), house),
      end: async () => {
        // The pool belongs to the Database, whose close() ends it.
      },
    };
  }

  #lendToKysely(client: pg.PoolClient, house: boolean): PostgresPoolClient {
    let failed = false;
    const query = async (text: string, values: readonly unknown[]) => {
      const own = house ? { types: HOUSE_TYPES, values: toWire(values) } : { values: [...values] };
      try {
        return await client.query({ text, ...own });
      } catch (error) {
        failed = true;
        throw error;
      }
    };
    const release = () => client.release(failed && this.#kind === 'postgres');
    return { query, release } as unknown as PostgresPoolClient;
  }

  #checkOut(): Promise<pg.PoolClient> {
    if (!this.#inside.getStore()?.open) return this.#pool.connect();
    const error = 'The database was used inside a transaction: use what the transaction was given.';
    return Promise.reject(new Error(error));
  }

  async #takeBackAfterError(client: pg.PoolClient): Promise<void> {
    if (this.#kind === 'postgres') return client.release(true);
    // PGlite has one session, so it is cleaned and not thrown away.
    try {
      if (isOpen(client as unknown as Wire)) await client.query('rollback');
    } finally {
      client.release();
    }
  }
}

/** Our own statements read instants, whatever the pool's libraries read. */
function withHouseTypes(client: pg.PoolClient): Wire {
  const wire = client as unknown as Wire;
  return {
    query: (config) => wire.query({ ...config, types: HOUSE_TYPES } as typeof config),
    getTransactionStatus: () => wire.getTransactionStatus(),
  };
}

/** A statement that comes after its transaction would run in somebody else's. */
function closedWith(scope: { open: boolean }, wire: Wire): Wire {
  return {
    query: (config) => {
      if (scope.open) return wire.query(config);
      return Promise.reject(new Error('The transaction is over: this statement came too late.'));
    },
    getTransactionStatus: () => wire.getTransactionStatus(),
  };
}

/** Without listeners a lost connection would end the process. */
function listen(pool: pg.Pool, onLost: (error: Error) => void): void {
  pool.on('error', (error) => {
    // While the pool closes, its connections end in any way they like.
    if (!pool.ending) onLost(error);
  });
  pool.on('connect', (client) => {
    client.on('error', () => {
      // A lent connection's statements reject with this error; an idle one's the pool reports.
    });
  });
}
