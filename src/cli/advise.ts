// `endwell advise`: what somebody can do with a contract, in a terminal. With a key it asks the
// running server, without one the database; both tell the same, which is what the page shows.
import type { AdviceTold, RoadTold } from '../words/advice/advice-told.ts';
import type { Printer } from './story/story.ts';

export const adviseHelp = `Usage: endwell advise CONTRACT --as PERSON [--json] [--url URL]
       endwell advise CONTRACT --key KEY [--json] [--url URL]

Says what somebody can do with a contract, and exactly what would follow from each road.

  --as PERSON  an id or an e-mail address; reads DATABASE_URL, or ./data while it is not in use.
               With --url, asks a server in evaluation mode as that person, by their id
  --key KEY    a key of the account page, or ENDWELL_KEY: asks the running server
  --url URL    where the server is; else ENDWELL_URL, the address that the server of this folder
               printed, or http://127.0.0.1:3000
  --json       the whole answer, as the API gives it`;

/** What is told, with who it is told to; as the API answers. */
export type Told = AdviceTold & { readonly contract: string; readonly you: string };

/** The way through the database; null where the contract is not theirs to know. */
export type Look = (contract: string, person: string) => Promise<Told | null>;

type Environment = Readonly<Record<string, string | undefined>>;

export type Ways = {
  readonly env: Environment;
  readonly look: Look;
  readonly fetched?: typeof fetch;
};

type Asked = {
  readonly contract: string;
  readonly as?: string;
  readonly key?: string;
  readonly url?: string;
  readonly json: boolean;
};

/** Answers the exit code. */
export async function advise(args: readonly string[], print: Printer, ways: Ways): Promise<number> {
  const asked = askedFor(args, ways.env);
  if (typeof asked === 'string') {
    print.err(`${asked}\n\n${adviseHelp}`);
    return 2;
  }
  const found = await toldBy(asked, ways);
  if (typeof found === 'string') {
    print.err(found);
    return 3;
  }
  if (typeof found === 'number' || found === null) {
    print.err(`There is no contract ${asked.contract} for ${asked.as ?? 'this key'} to look at.`);
    return found ?? 3;
  }
  print.out(asked.json ? JSON.stringify(found, null, 2) : written(found));
  return 0;
}

function askedFor(args: readonly string[], env: Environment): Asked | string {
  const given: Record<string, string> = {};
  let json = false;
  for (let index = 0; index < args.length; index += 1) {
    const option = args[index] ?? '';
    if (option === '--json') json = true;
    else if (!option.startsWith('--')) given.contract = option;
    else if (!['--as', '--key', '--url'].includes(option)) return `There is no ${option}.`;
    else {
      const value = args[index + 1];
      if (value === undefined) return `${option} needs a value.`;
      given[option.slice(2)] = value;
      index += 1;
    }
  }
  const { contract, as, url } = given;
  const key = given.key ?? (as === undefined ? env.ENDWELL_KEY : undefined);
  if (contract === undefined) return 'Name a contract.';
  if ((as === undefined) === (key === undefined)) return 'Give one of --as and --key.';
  return {
    ...{ contract, json },
    ...(as === undefined ? {} : { as }),
    ...(key === undefined ? {} : { key }),
    ...(url === undefined ? {} : { url }),
  };
}

/** What was told; or the exit code, or the sentence, of why not. */
async function toldBy(asked: Asked, ways: Ways): Promise<Told | number | string | null> {
  const { contract, as, url } = asked;
  if (as !== undefined && url === undefined) return ways.look(contract, as);
  const { env } = ways;
  const origin = url ?? env.ENDWELL_URL ?? `http://127.0.0.1:${env.PORT ?? '3000'}`;
  try {
    return await toldByServer(asked, origin, ways.fetched ?? fetch);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return `No server answers at ${origin}. Start one with npm start.`;
  }
}

async function toldByServer(asked: Asked, origin: string, fetched: typeof fetch) {
  const { contract, as, key } = asked;
  const headers: HeadersInit =
    key === undefined
      ? { cookie: await sessionOf(origin, as ?? '', fetched) }
      : { authorization: `Bearer ${key}` };
  const path = `/api/contracts/${encodeURIComponent(contract)}/options`;
  const answer = await fetched(new URL(path, origin), { headers });
  if (!answer.ok) return answer.status === 401 ? 5 : 3;
  return (await answer.json()) as Told;
}

/** A server in evaluation mode lets one be anybody of its example. */
async function sessionOf(origin: string, person: string, fetched: typeof fetch): Promise<string> {
  const path = `/demo/${encodeURIComponent(person)}`;
  const answer = await fetched(new URL(path, origin), { redirect: 'manual' });
  const cookies = answer.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
  return cookies.join('; ');
}

function written(told: Told): string {
  const [first, ...also] = told.situations.map(({ says }) => says);
  const roads = told.roads.map((road, index) => roadWritten(road, index + 1));
  const notNow = told.not_now
    .filter(({ closest }) => closest.length > 0)
    .map(({ title, says }) => `  - ${title}: ${says}`);
  const silence = told.silence.map(({ says }) => `  - ${says}`);
  return [
    [first, ...also].join('\n'),
    ...roads,
    ...(silence.length === 0 ? [] : [`If you wait:\n${silence.join('\n')}`]),
    ...(notNow.length === 0 ? [] : [`Not possible now:\n${notNow.join('\n')}`]),
  ].join('\n\n');
}

function roadWritten({ title, says, lines }: RoadTold, number: number): string {
  const facts = [
    ...lines.money,
    lines.protection,
    ...lines.deadlines,
    lines.score,
    lines.open,
    lines.undo,
  ];
  const told = facts.filter((fact) => !says.includes(fact)).map((fact) => `   ${fact}`);
  return [`${number}. ${title}`, `   ${says}`, ...told].join('\n');
}
