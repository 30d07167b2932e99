// What an evidence bundle says about itself, and what has happened, line by line, for people who
// open it with nothing but a text editor.
import type { SeenEvent } from '../domain/contracts/seen-event.ts';
import { eventNote, eventSentence } from './events.ts';
import type { Scene } from './scene.ts';

type About = {
  readonly contract: string;
  readonly title: string;
  readonly made_for: string;
  readonly made_at: string;
  readonly chain: { readonly events: number; readonly head: string };
};

export function readmeText({ contract, title, made_for, made_at, chain }: About): string {
  return `Evidence bundle of an Endwell contract

Contract   ${title} (${contract})
Made       ${made_at}, for the ${made_for}
Events     ${chain.events}
Head       ${chain.head}

What is in it
  history.txt          what happened, one line each
  contract.json        the contract as it stands, with the forecast of silence
  terms.json           offers, changes, plans: every version of what was agreed
  submissions.json     work, and what was answered to it
  messages.json        messages
  clarifications.json  questions and answers
  disputes.json        refunds asked for, disputes, evidence, recommendations, rulings
  ledger.json          every movement of money, with balances
  events.json          everything that happened, as it was written, with its chain of hashes
  texts.json           what was written, with the salt that proves each text
  policies/            the rules that the terms were frozen under
  files/               what was sent with work, messages and evidence
  manifest.json        the hash and size of each of these

How to check it
  endwell verify FILE

It needs no server. It recomputes every hash, follows the chain from the first event to the head,
compares texts, files and lists with the events, and adds up the ledger. Without Endwell,
"sha256sum -c manifest.sha256" checks the manifest, and the manifest names the hash of each file.

What it cannot show
It holds what the ${made_for} may see. Of an event that is not theirs to see there is the hash
alone; of sealed or erased texts, a commitment: who has the text and its salt can prove it later.
Names of files are not part of the chain. Somebody could invent a whole contract with a chain of
its own: compare the head above with the one that the other side has, or that the server tells.
`;
}

export function historyText(events: readonly SeenEvent[], scene: Scene): string {
  const lines = events.map((event) => {
    const note = eventNote(event);
    const said = note === null ? '' : `\n${quoted(note)}`;
    return `#${event.seq}  ${event.at}  ${eventSentence(event, scene)}${said}${filed(event)}`;
  });
  return `${lines.join('\n')}\n`;
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `    | ${line}`)
    .join('\n');
}

function filed(event: SeenEvent): string {
  const files = 'files' in event ? (event.files ?? []) : [];
  return files.map(({ file, name }) => `\n    + ${name ?? 'a file'} (${file})`).join('');
}
