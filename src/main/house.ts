// The house without its faces: the database, who is who, and the engine, plugged together from
// the configuration. The server, the seed, the audit and the migrations all begin here.
import { readdirSync, readFileSync } from 'node:fs';
import type { Policy } from '../domain/policy/policy.ts';
import { type Clock, SandboxClock, systemClock } from '../engine/clock.ts';
import { createEngine } from '../engine/engine.ts';
import { createUploads, type Uploads } from '../engine/files/uploads.ts';
import { createPostRoom, type PostRoom } from '../engine/mail/post-room.ts';
import type { Engine } from '../engine/requests.ts';
import { DiskFiles } from '../outside/files/disk-files.ts';
import type { FileStore } from '../outside/files/file-store.ts';
import { KeepingMailer } from '../outside/mail/keeping-mailer.ts';
import type { Mailer } from '../outside/mail/mailer.ts';
import { SmtpMailer } from '../outside/mail/smtp-mailer.ts';
import { SandboxProvider } from '../outside/payments/sandbox.ts';
import { createPeople, type People } from '../people/people.ts';
import { type Database, openDatabase } from '../store/connection.ts';
import { failureOf, sqlState } from '../store/driver/failures.ts';
import { durabilityProblems } from '../store/durability.ts';
import { sandboxBooks } from '../store/evaluation/sandbox-books.ts';
import { migrate } from '../store/migrate.ts';
import { type PolicyDocument, parsePolicy, parsePolicyDocument } from '../wire/policy.ts';
import { type Config, ConfigError, policyFile, root } from './config.ts';
import { keptAhead } from './move-clock.ts';

export type House = {
  readonly db: Database;
  readonly clock: Clock;
  readonly people: People;
  readonly policy: Policy;
  readonly engine: Engine;
  readonly uploads: Uploads;
  readonly post: PostRoom;
};

export function readPolicy(name: string): Policy {
  return parsePolicy(readText(policyFile(name)));
}

/** Every policy of this server, whole, for its help pages. */
export function readPolicies(): readonly PolicyDocument[] {
  const files = readdirSync(`${root}policies`).filter((name) => name.endsWith('.yaml'));
  return files.sort().map((name) => parsePolicyDocument(readText(`${root}policies/${name}`)));
}

function readText(file: string): string {
  return readFileSync(file, 'utf8');
}

/** Opens the database, prepared and safe to use. Says in a sentence why it is not. */
export async function openStore(config: Config): Promise<Database> {
  const url = config.databaseUrl ?? undefined;
  const db = await openDatabase({ url, dir: url === undefined ? config.dataDir : undefined });
  try {
    const problems = await durabilityProblems(db);
    if (problems.length > 0) throw new ConfigError(problems.join('\n'));
    await migrate(db);
    return db;
  } catch (error) {
    await db.close();
    throw refusedBy(error) ?? error;
  }
}

const refusals: Readonly<Record<string, string>> = {
  '28000': 'PostgreSQL does not let the user of DATABASE_URL in.',
  '28P01': 'PostgreSQL refuses the user or the password of DATABASE_URL.',
  '3D000': 'The database of DATABASE_URL does not exist. Create it first, with createdb.',
  '42501': 'The user of DATABASE_URL may not create tables in its database. Make it the owner.',
};

/** Why PostgreSQL could not be used, when whoever starts Endwell can put it right. */
function refusedBy(error: unknown): ConfigError | null {
  const code = sqlState(error) ?? '';
  const said = refusals[code];
  if (said !== undefined) return new ConfigError(said);
  if (failureOf(error) !== 'lost' && !code.startsWith('E')) return null;
  return new ConfigError('No PostgreSQL answers at DATABASE_URL. Is it running, and is that it?');
}

export function clockFile(config: Config): string {
  return `${config.dataDir}/clock`;
}

export function clockOf(config: Config): Clock {
  return config.evaluation ? new SandboxClock(keptAhead(clockFile(config))) : systemClock;
}

/** Without a server for it, mail stays here and the terminal tells of it. */
function mailerOf({ smtp }: Config): Mailer {
  return smtp === null ? new KeepingMailer((line) => console.log(line)) : new SmtpMailer(smtp);
}

/** Everything below the faces. Somebody else closes the engine, then the database. */
export function furnish(
  config: Config,
  db: Database,
  clock: Clock,
  files: FileStore = new DiskFiles(`${config.dataDir}/files`),
): House {
  const policy = readPolicy(config.policy);
  const { secret, origin, evaluation } = config;
  const people = createPeople(db, { secret, origin, clock: () => clock.now(), evaluation });
  const provider = new SandboxProvider({ clock, books: sandboxBooks(db) });
  const engine = createEngine({ db, clock, policy, provider, secret });
  const mailer = mailerOf(config);
  const post = createPostRoom({ db, clock, mailer, origin, keepsTexts: evaluation });
  const uploads = createUploads({ db, clock, files });
  return { db, clock, people, policy, engine, uploads, post };
}
