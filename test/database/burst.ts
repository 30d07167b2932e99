// A process that sends commands as fast as it can and writes each acknowledged one to its journal
// before anything else. Its parent kills it in the middle. Run with: URL or directory, journal,
// number of the first command.
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { isRejection } from '../../src/domain/rejections.ts';
import { openDatabase } from '../../src/store/connection.ts';
import { byBen, houseOn } from './house.ts';

const [place = '', journalFile = '', first = '0', ...contracts] = process.argv.slice(2);
const db = await openDatabase(place.startsWith('postgres') ? { url: place } : { dir: place });
const { engine } = houseOn(db);
const journal = openSync(journalFile, 'a');
let next = Number(first);

/** One of several callers; a command is one cent out of a contract's escrow. */
async function call(): Promise<void> {
  for (;;) {
    const number = next;
    next += 1;
    const answer = await engine.execute({
      contract: contracts[number % contracts.length] ?? '',
      by: byBen,
      command: { type: 'release_payment', milestone: 'm1', amount: '0.01' },
      key: `burst ${number}`,
    });
    if (isRejection(answer)) throw new Error(answer.rejected);
    writeSync(journal, `${number}\n`);
  }
}

process.on('exit', () => {
  fsyncSync(journal);
  closeSync(journal);
});
await Promise.all(Array.from({ length: 16 }, call));
