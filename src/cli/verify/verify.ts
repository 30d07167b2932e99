// endwell verify: checks an evidence bundle without any server, and says in plain words what holds,
// what does not, and what nobody could check from it. It believes nothing that it can work out
// from something else: hashes, the chain, lists, and the ledger are all made once more.
import { readFileSync } from 'node:fs';
import type { Printer } from '../story/story.ts';
import { checkArchive } from './archive.ts';
import { checkContents } from './contents.ts';
import { type Report, report } from './report.ts';

export const verifyHelp = `Usage: endwell verify FILE…

Checks evidence bundles (the zip files of "Evidence bundle" on a contract), offline: every hash,
that nothing is missing or added, the chain of events, texts and files against the events, and the
sums of the ledger. Exits 1 and names what differs when anything does; 3 when there is no such file.`;

export async function verify(args: readonly string[], print: Printer): Promise<number> {
  const [first] = args;
  if (first === undefined || args.some((arg) => arg.startsWith('-'))) {
    print.err(verifyHelp);
    return 2;
  }
  const codes = [];
  for (const file of args) codes.push(await verifyFile(file, args.length > 1, print));
  return Math.max(...codes);
}

async function verifyFile(file: string, named: boolean, print: Printer): Promise<number> {
  const bytes = read(file);
  if (typeof bytes === 'string') {
    print.err(bytes);
    return 3;
  }
  if (named) print.out(`${file}:`);
  const found = await verified(bytes);
  for (const line of found.holds) print.out(`  holds    ${line}`);
  for (const line of found.open) print.out(`  open     ${line}`);
  for (const { about, says } of found.differs) print.err(`  DIFFERS  ${about}: ${says}`);
  const count = found.differs.length;
  if (count === 0) print.out('Everything that can be checked holds.');
  else print.err(count === 1 ? 'One thing differs.' : `${count} things differ.`);
  return count === 0 ? 0 : 1;
}

/** Everything that can be said about a bundle. */
export async function verified(bytes: Uint8Array): Promise<Report> {
  const found = report();
  const bundle = await checkArchive(bytes, found);
  if (bundle !== null) checkContents(bundle, found);
  return found;
}

function read(file: string): Uint8Array | string {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read (${code}).`;
  }
}
