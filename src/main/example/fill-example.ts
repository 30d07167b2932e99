// The example of evaluation mode: fills an empty server once, before anybody can reach it. One
// that was interrupted is begun anew where nobody else can be using it, and refused elsewhere.
import { StillClock } from '../../engine/clock.ts';
import type { Database } from '../../store/connection.ts';
import {
  beginExample,
  emptied,
  exampleState,
  finishExample,
} from '../../store/evaluation/example.ts';
import { type Config, ConfigError } from '../config.ts';
import { furnish, type House } from '../house.ts';
import { demoHandles, type SeedPerson } from './people.ts';
import { seed, seedBegins } from './seed.ts';

const halfFilled =
  'Another process is filling this database with the example, or was stopped while it did. Wait ' +
  'until it is done; if nothing does it any more, drop the database and create it anew.';

/** Nothing but the example can be in a database in which it was begun and not finished. */
export async function clearHalfExample(db: Database): Promise<void> {
  if ((await exampleState(db)) !== 'begun') return;
  if (db.kind !== 'embedded') throw new ConfigError(halfFilled);
  console.log('The example was interrupted when it was filled in; beginning anew.');
  await emptied(db);
}

export async function fillExample(config: Config, house: House): Promise<void> {
  if ((await house.people.countPeople()) > 0) return;
  if (!(await beginExample(house.db))) throw new ConfigError(halfFilled);
  const began = performance.now();
  console.log('Filling an empty server with the example …');
  const now = house.clock.now().round('second');
  const clock = new StillClock(seedBegins(now));
  const past = furnish(config, house.db, clock);
  await seed({ engine: past.engine, clock, now, signUp: (person) => signUp(past, person) });
  await past.engine.close();
  await finishExample(house.db);
  console.log(`… done in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
}

async function signUp({ people }: House, person: SeedPerson): Promise<string> {
  const { handle, name, roles, zone, city } = person;
  const made = await people.signUp({
    name,
    email: `${handle}@example.org`,
    password: crypto.randomUUID(),
    roles,
    timeZone: zone,
    city,
    demo: demoHandles.some((demo) => demo === handle),
  });
  if ('person' in made) return made.person.id;
  throw new Error(`${name} could not sign up: ${JSON.stringify(made)}`);
}
