// A throw-away PostgreSQL database for tests: on the server of DATABASE_URL when that is set,
// else, with ENDWELL_RING=postgres, on a cluster of our own from the installed packages. Otherwise
// the tests run on the embedded database only and say so in their titles: `npm test` is the ring
// for a bare machine, CI runs this one as well.
import { randomBytes } from 'node:crypto';
import { type Cluster, findPostgres, startCluster } from '../../src/outside/postgres-cluster.ts';
import { openDatabase } from '../../src/store/connection.ts';

export type Throwaway = { readonly url: string; drop(): Promise<void> };

const given = process.env.DATABASE_URL;
const wanted = process.env.ENDWELL_RING === 'postgres';

/** For the titles of tests: what they run on, or why not. */
export const postgresTitle = given
  ? 'PostgreSQL of DATABASE_URL'
  : wanted
    ? `PostgreSQL ${findPostgres()?.version}`
    : 'PostgreSQL (NOT RUN: set DATABASE_URL or ENDWELL_RING=postgres)';

let cluster: Promise<Cluster | undefined> | undefined;

/** An empty database of its own, or undefined when there is no PostgreSQL. Drop it when done. */
export async function withPostgres(): Promise<Throwaway | undefined> {
  if (given === undefined && !wanted) return undefined;
  cluster ??= given ? Promise.resolve(undefined) : startCluster();
  const server = given ?? (await cluster)?.url;
  if (server === undefined) throw new Error('ENDWELL_RING=postgres, and none is installed.');
  const name = `endwell_test_${randomBytes(6).toString('hex')}`;
  await administer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => administer(server, `drop database ${name} with (force)`),
  };
}

/** The server itself ends with the process. */
async function administer(server: string, statement: string): Promise<void> {
  const db = await openDatabase({ url: server });
  try {
    await db.query(statement);
  } finally {
    await db.close();
  }
}
