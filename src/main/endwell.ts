// The command line's entry: finds the subcommand, hands it its arguments and turns what it answers
// into an exit code. Codes: 0 done, 1 did not hold or failed, 2 misused, 3 not found, 4 in
// conflict, 5 not allowed. What a subcommand does is in src/cli/<name>.ts or here in main.
import { existsSync, readFileSync } from 'node:fs';
import { didYouMean } from '../cli/did-you-mean.ts';
import { root } from './config.ts';
import { orSayWhy } from './or-say-why.ts';

type Subcommand = {
  readonly about: string;
  readonly run: (args: readonly string[]) => Promise<number>;
  readonly help: () => Promise<string>;
};

const print = {
  out: (text: string) => console.log(text),
  err: (text: string) => console.error(text),
};

const subcommands: Readonly<Record<string, Subcommand>> = {
  story: {
    about: 'run stories and print what happens',
    run: async (args) => (await import('../cli/story/story.ts')).story(args, print),
    help: async () => (await import('../cli/story/story.ts')).storyHelp,
  },
  score: {
    about: 'recompute an exported success score, offline',
    run: async (args) => (await import('../cli/score.ts')).score(args, print),
    help: async () => (await import('../cli/score.ts')).scoreHelp,
  },
  clock: {
    about: 'show or move the clock of the running server (evaluation mode)',
    run: async (args) => (await import('../cli/clock.ts')).clock(args, print, whereabouts()),
    help: async () => (await import('../cli/clock.ts')).clockHelp,
  },
  verify: {
    about: 'check an evidence bundle, offline',
    run: async (args) => (await import('../cli/verify/verify.ts')).verify(args, print),
    help: async () => (await import('../cli/verify/verify.ts')).verifyHelp,
  },
  advise: {
    about: 'what somebody can do with a contract, and what would follow',
    run: async (args) => {
      const { advise } = await import('../cli/advise.ts');
      const { lookInDatabase } = await import('./advise.ts');
      const look = (contract: string, who: string) => lookInDatabase(process.env, contract, who);
      return advise(args, print, { env: whereabouts(), look });
    },
    help: async () => (await import('../cli/advise.ts')).adviseHelp,
  },
  bench: {
    about: 'measure: `bench corridor` beside a hand-written database function',
    run: bench,
    help: async () => benchHelp,
  },
  audit: {
    about: 'refold and re-sum everything, and say what differs',
    run: bare(async () => ((await (await import('./audit.ts')).audit(process.env)) ? 0 : 1)),
    help: async () =>
      'Usage: endwell audit\n\nAudits DATABASE_URL, or ./data while it is not in use.',
  },
  migrate: {
    about: 'prepare the database, as the server does when it starts',
    run: bare(async () => {
      await (await import('./migrate.ts')).prepare(process.env);
      return 0;
    }),
    help: async () => 'Usage: endwell migrate\n\nPrepares the database of DATABASE_URL, or ./data.',
  },
};

/** A command that takes nothing; what is given all the same is a mistake, not passed over. */
function bare(run: () => Promise<number>): Subcommand['run'] {
  return async ([first]) => {
    if (first === undefined) return run();
    print.err(`It takes no ${first}. See endwell --help.`);
    return 2;
  };
}

const benchHelp = `Usage: endwell bench corridor [options]

Releases a second through the corridor, and by a PL/pgSQL function called once per release. Uses
the server of DATABASE_URL, or starts a PostgreSQL of its own and removes it afterwards.`;

async function bench(args: readonly string[]): Promise<number> {
  const [what, ...rest] = args;
  if (what !== 'corridor') {
    print.err(benchHelp);
    return 2;
  }
  const { benchCorridor } = await import('../cli/bench-corridor.ts');
  const databaseUrl = process.env.DATABASE_URL || null;
  return benchCorridor(rest, { print: print.out, databaseUrl });
}

/** The environment, and the address that the server of this folder wrote down when it started. */
function whereabouts(): NodeJS.ProcessEnv {
  const { ENDWELL_URL, ENDWELL_DATA, PORT } = process.env;
  const file = `${ENDWELL_DATA ?? `${root}data`}/address`;
  if (ENDWELL_URL !== undefined || PORT !== undefined || !existsSync(file)) return process.env;
  return { ...process.env, ENDWELL_URL: readFileSync(file, 'utf8').trim() };
}

function version(): string {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return String((JSON.parse(manifest) as { version: string }).version);
}

function help(): string {
  const names = Object.keys(subcommands);
  const width = Math.max(...names.map((name) => name.length));
  const list = names.map((name) => `  ${name.padEnd(width)}  ${subcommands[name]?.about}`);
  return [
    'Usage: endwell COMMAND [options]',
    '',
    'Freelance contracts that end well.',
    '',
    ...list,
    '',
    '  --help     this text; after a command, that command',
    '  --version  the version',
  ].join('\n');
}

async function endwell(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    return helpFor(rest[0]);
  }
  if (name === 'version' || name === '--version') {
    print.out(`endwell ${version()}`);
    return 0;
  }
  const command = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
  if (command === undefined) return unknownCommand(name);
  const asksForHelp = rest.includes('--help') || rest.includes('-h');
  return asksForHelp ? helpFor(name) : command.run(rest);
}

async function helpFor(name: string | undefined): Promise<number> {
  if (name === undefined) {
    print.out(help());
    return 0;
  }
  const command = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
  if (command === undefined) return unknownCommand(name);
  print.out(await command.help());
  return 0;
}

function unknownCommand(name: string): number {
  const meant = didYouMean(name, [...Object.keys(subcommands), 'help', 'version']);
  const hint = meant === null ? 'See endwell --help.' : `Did you mean ${meant}?`;
  print.err(`There is no command ${name}. ${hint}`);
  return 2;
}

await orSayWhy(async () => {
  process.exitCode = await endwell(process.argv.slice(2));
});
