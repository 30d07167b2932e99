// `endwell advise` by the database: opens what the server would open, looks as somebody, and
// closes it again. Nothing is written.
import type { Told } from '../cli/advise.ts';
import { findRecipient } from '../people/find-people.ts';
import { contractOptions } from '../reads/options.ts';
import { namesOf } from '../reads/people.ts';
import { createDesk } from '../reads/reads.ts';
import { adviceTold } from '../words/advice/advice-told.ts';
import { exactSceneOf } from '../words/scene.ts';
import { assertNode, readConfig } from './config.ts';
import { clockOf, openStore, readPolicy } from './house.ts';

/** What a person, by id or e-mail address, is told about a contract; null for strangers. */
export async function lookInDatabase(
  env: NodeJS.ProcessEnv,
  contract: string,
  who: string,
): Promise<Told | null> {
  assertNode();
  const config = readConfig(env);
  const db = await openStore(config);
  try {
    const person = await findRecipient(db, who);
    if (person === undefined) return null;
    const now = clockOf(config).now();
    const asked = { id: contract, policy: readPolicy(config.policy), now };
    const found = await contractOptions(createDesk(db), person, asked);
    if (found === null) return null;
    const { viewer: you, view, parties, ...advice } = found;
    const reader = { viewer: you, names: namesOf(parties), zone: person.timeZone, now };
    return { contract, you, ...adviceTold(advice, exactSceneOf(view, reader)) };
  } finally {
    await db.close();
  }
}
