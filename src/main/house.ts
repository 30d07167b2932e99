// The house without its faces: the database, who is who, and the engine, plugged together from
// the configuration. The server, the seed, the audit and the migrations all begin here.
import { readdirSync, readFileSync } from 'node:fs';
import type { Policy } from '../domain/policy/policy.ts';
import { type Clock, SandboxClock, systemClock } from '../engine/clock.ts';
import { createEngine } from '../engine/engine.ts';
import type { Engine } from '../engine/requests.ts';
import { SandboxProvider } from '../outside/payments/sandbox.ts';
import { createPeople, type People } from '../people/people.ts';
import { type Database, openDatabase } from '../store/connection.ts';
import { durabilityProblems } from '../store/durability.ts';
import { migrate } from '../store/migrate.ts';
import { sandboxBooks } from '../store/sandbox-books.ts';
import { type PolicyDocument, parsePolicy, parsePolicyDocument } from '../wire/policy.ts';
import { type Config, ConfigError, root } from './config.ts';
import { keptAhead } from './move-clock.ts';

export type House = {
  readonly db: Database;
  readonly clock: Clock;
  readonly people: People;
  readonly policy: Policy;
  readonly engine: Engine;
};

export function readPolicy(name: string): Policy {
  const file = name.includes('/') ? name : `${root}policies/${name}.yaml`;
  return parsePolicy(readText(file));
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
  const problems = await durabilityProblems(db);
  if (problems.length > 0) {
    await db.close();
    throw new ConfigError(problems.join('\n'));
  }
  await migrate(db);
  return db;
}

export function clockFile(config: Config): string {
  return `${config.dataDir}/clock`;
}

export function clockOf(config: Config): Clock {
  return config.evaluation ? new SandboxClock(keptAhead(clockFile(config))) : systemClock;
}

/** Everything below the faces. Somebody else closes the engine, then the database. */
export function furnish(config: Config, db: Database, clock: Clock): House {
  const policy = readPolicy(config.policy);
  const { secret, origin, evaluation } = config;
  const people = createPeople(db, { secret, origin, clock: () => clock.now(), evaluation });
  if (!evaluation) {
    throw new ConfigError(
      'There is no real payment provider yet, so Endwell only runs in evaluation mode. ' +
        'Set ENDWELL_MODE=evaluation to try it on this database.',
    );
  }
  const provider = new SandboxProvider({ clock, books: sandboxBooks(db) });
  const engine = createEngine({ db, clock, policy, provider, secret });
  return { db, clock, people, policy, engine };
}
